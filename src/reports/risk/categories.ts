import { countPartnerships, countRisks } from '../phrases.js'
import { inWords } from '../../model/words.js'
import { letterAndScore, scoredShape } from './rows.js'
import { section } from '../define-paper.js'
import { count, group, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'

const shape = {
  categories: rows({
    title: text,
    count,
    unscored: count,
    highest: group(scoredShape).nullable(),
    /** Partnerships that are recorded as having no risk above 3 in it. */
    saidNone: count,
  }),
  /** Titles of the policy's categories. */
  categoryNames: texts,
}

/** Risks by category: those of the policy in its order, other categories, and risks without one. */
export const byCategory = section(shape, ({ running, categories, open, scored }: Scope) => {
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
        unscored: countRisks(`open risks without a score, ${title}`, here, (it) => it.score === undefined),
        highest: highest && letterAndScore(highest),
        saidNone: countPartnerships(`partnerships recorded as having no risk above 3, ${title}`, running, (it) =>
          it.risks.some((risk) => risk.none !== undefined && risk.category === id),
        ),
      }
    }),
    categoryNames: categories.map((it) => it.title),
  }
})
