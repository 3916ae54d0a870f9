import { countRisks } from '../count-risks.js'
import { inWords } from '../../model/words.js'
import { countPartnerships } from '../phrases.js'
import { letterAndScore } from './rows.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** Risks by category: the policy's in its order, those that it does not know, and risks without one. */
export function byCategory({ running, categories, open, scored }: Scope): Section<'categories' | 'categoryNames'> {
  const known = new Set(categories.map((it) => it.id))
  const others = new Set(open.flatMap(({ risk }) => (known.has(risk.category ?? '') ? [] : [risk.category])))
  const all: { id: string | undefined; title: string }[] = [
    ...categories,
    ...[...others].flatMap((id) => (id === undefined ? [] : [{ id, title: `${inWords(id)} (not in policy)` }])),
    ...(others.has(undefined) ? [{ id: undefined, title: 'No category stated' }] : []),
  ]
  return {
    categories: all.map(({ id, title }) => {
      const here = open.filter(({ risk }) => risk.category === id)
      const highest = scored.find(({ risk }) => risk.category === id) // the highest come first
      return {
        title,
        count: countRisks(`open risks, ${title}`, here),
        unscored: countRisks(
          `open risks without a score, ${title}`,
          here.filter((it) => it.score === undefined),
        ),
        highest: highest === undefined ? null : letterAndScore(highest),
        saidNone: countPartnerships(
          `partnerships said to have no risk above 3, ${title}`,
          running.filter((it) => it.risks.some((risk) => risk.none !== undefined && risk.category === id)),
        ),
      }
    }),
    categoryNames: categories.map((it) => it.title),
  }
}
