import { columnsOf, letterAndScore, named, riskDetails } from './rows.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** Every open risk in full, once: those with a score, and those without. */
export function riskLists(scope: Scope): Section<'scoredList' | 'scoredColumns' | 'unscoredList' | 'unscoredColumns'> {
  const titles = new Map(scope.categories.map((it) => [it.id, it.title]))
  const scoredList = scope.scored.map((it) => ({
    ...named(scope, it),
    ...letterAndScore(it),
    likelihood: String(it.likelihood),
    consequence: String(it.consequence),
    ...riskDetails(it),
  }))
  const unscoredList = scope.unscored.map((it) => ({
    ...named(scope, it),
    category: it.risk.category === undefined ? null : (titles.get(it.risk.category) ?? it.risk.category),
    ...riskDetails(it),
  }))
  return {
    scoredList,
    scoredColumns: columnsOf(scoredList),
    unscoredList,
    unscoredColumns: columnsOf(unscoredList),
  }
}
