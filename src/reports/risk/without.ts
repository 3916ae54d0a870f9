import { countPartnerships } from '../phrases.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** Partnerships of whose risks the register holds nothing, and what is said of risk in words. */
export function withoutRisks({
  running,
  wholes,
  wholeOf,
  categories,
}: Scope): Section<'without' | 'withoutNames' | 'notes' | 'saidNone'> {
  const considered = new Set(running.filter((it) => it.risks.length > 0).map(wholeOf))
  const without = wholes.filter((it) => !considered.has(it))
  const titles = new Map(categories.map((it) => [it.id, it.title]))
  return {
    without: countPartnerships('partnerships without any risk in the register, in their parts neither', without),
    withoutNames: without.map((it) => it.name),
    notes: running.flatMap((it) => {
      const text = it['risk-summary']
      return text === undefined || considered.has(wholeOf(it)) ? [] : [{ name: it.name, text }]
    }),
    saidNone: running.flatMap(({ name, risks }) =>
      risks.flatMap(({ none, category }) => {
        if (none === undefined) return []
        return [
          { name, category: category === undefined ? 'not stated' : (titles.get(category) ?? category), why: none },
        ]
      }),
    ),
  }
}
