import { sayInexactDay } from '../../model/day.js'
import { ASPECTS } from '../../model/grade.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { commentOf } from '../about/grades.js'
import { bodyName, capital, inWords, said } from '../say.js'
import type { PaperInput } from '../paper.js'
import { by } from '../../model/order.js'
import type { Pack } from './view.js'

/** Reviews and assessments that were held, the latest first; decisions; and all actions, done ones among them. */
export function historyOf(
  { register, asOf, say }: PaperInput,
  partnership: Partnership,
): Pick<Pack, 'reviews' | 'assessments' | 'exceptions' | 'allActions' | 'sources'> {
  const latestFirst = by<{ date: { last: string } }>((it) => it.date.last)
  return {
    reviews: partnership.reviews
      .toSorted((a, b) => latestFirst(b, a))
      .map((it) => ({
        day: sayInexactDay(it.date),
        by: bodyName(register, it.by),
        outcome: it.outcome ?? null,
        note: it.note ?? null,
      })),
    assessments: partnership.assessments
      .toSorted((a, b) => latestFirst(b, a))
      .map((it) => ({
        day: sayInexactDay(it.date),
        by: bodyName(register, it.by),
        governance: it.governance ?? null,
        relationships: it.relationships ?? null,
        outcomes: it.outcomes ?? null,
        comments: commentsOf(it),
      })),
    exceptions: partnership.exceptions.map((it, index) => ({
      rule: it.rule,
      about: it.about ?? null,
      reason: it.reason,
      by: it.by,
      until: sayInexactDay(it.until),
      over: it.until.last < asOf,
      where: say?.(at(partnership, 'exceptions', index)) ?? null,
    })),
    allActions: actionsOf(partnership),
    sources: [...partnership.sources],
  }
}

function commentsOf(assessment: Partnership['assessments'][number]): string | null {
  const said = ASPECTS.flatMap((aspect) => {
    const comment = commentOf(assessment, aspect)
    return comment === null ? [] : [`${capital(aspect)}: ${comment}`]
  })
  return said.join(' ') || null
}

/** Its own, and those of evaluations and peer reviews. */
function actionsOf(partnership: Partnership): Pack['allActions'] {
  const row = (from: string | null) => (it: Partnership['actions'][number]) => ({
    title: it.title,
    from,
    owner: it.owner ?? null,
    due: said(it.due),
    done: said(it.done),
    note: it.note ?? null,
  })
  return [
    ...partnership.actions.map(row(null)),
    ...partnership.evaluations.flatMap((it) => it.actions.map(row(it.title))),
    ...partnership['quality-reviews'].flatMap((it) => it.actions.map(row(it.title))),
    ...partnership.recommendations.map((it) =>
      row('a recommendation')({ title: it.title, due: it.due, note: it.action }),
    ),
  ].map((it) => ({ ...it, from: it.from === null ? null : inWords(it.from) }))
}
