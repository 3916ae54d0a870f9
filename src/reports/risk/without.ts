import { countPartnerships } from '../phrases.js'
import { section } from '../define-paper.js'
import { count, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'

const shape = {
  /** Partnerships, with their parts, without any risk in the register. */
  without: count,
  withoutNames: texts,
  /** Risks described in words, for those that have none in the register. */
  notes: rows({ name: text, text }),
  saidNone: rows({ name: text, category: text, why: text }),
}

/** Partnerships without any risk in the register, and what is written about risk in words. */
export const withoutRisks = section(shape, ({ running, wholes, wholeOf, categories }: Scope) => {
  const considered = new Set(running.filter((it) => it.risks.length > 0).map(wholeOf))
  const without = wholes.filter((it) => !considered.has(it))
  const titles = new Map(categories.map((it) => [it.id, it.title]))
  return {
    without: countPartnerships('partnerships without any risk in the register, in their parts neither', without),
    withoutNames: without.map((it) => it.name),
    notes: running.flatMap((it) => {
      const summary = it['risk-summary']
      return summary === undefined || considered.has(wholeOf(it)) ? [] : [{ name: it.name, text: summary }]
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
})
