import { columnsOf, detailsShape, letterAndScore, named, namedShape, riskDetails, scoredShape } from './rows.js'
import { section } from '../define-paper.js'
import { flag, group, maybe, rows, text } from '../view-parts.js'
import type { Scope } from './scope.js'

/** Which columns hold something. */
const columns = group({ category: flag, mitigation: flag, answers: flag })

const shape = {
  scoredList: rows({ ...namedShape, ...scoredShape, likelihood: text, consequence: text, ...detailsShape }),
  scoredColumns: columns,
  unscoredList: rows({ ...namedShape, category: maybe, ...detailsShape }),
  unscoredColumns: columns,
}

/** Every open risk in full, once: those with a score, and those without. */
export const riskLists = section(shape, (scope: Scope) => {
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
    category: it.risk.category && (titles.get(it.risk.category) ?? it.risk.category),
    ...riskDetails(it),
  }))
  return {
    scoredList,
    scoredColumns: columnsOf(scoredList),
    unscoredList,
    unscoredColumns: columnsOf(unscoredList),
  }
})
