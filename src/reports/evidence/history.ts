import { actionsOf, type Action } from '../../model/actions.js'
import { formatInexactDay, type InexactDay } from '../../model/day.js'
import { hasHappenedBy } from '../../model/latest.js'
import { at } from '../../model/place.js'
import { commentsOf } from '../rows/graded.js'
import { formatOptionalDay, describeWho } from '../phrases.js'
import { by } from '../../model/order.js'
import { section } from '../define-paper.js'
import { flag, maybe, rows, text, texts } from '../view-parts.js'
import type { PackScope } from './scope.js'

/** Reviews and assessments that have happened, the latest first; decisions; and all actions, done ones among them. */
export const history = section(
  {
    reviews: rows({ day: text, by: maybe, outcome: maybe, note: maybe }),
    assessments: rows({
      day: text,
      by: maybe,
      governance: maybe,
      relationships: maybe,
      outcomes: maybe,
      comments: maybe,
    }),
    exceptions: rows({ rule: text, about: maybe, reason: text, by: text, until: text, over: flag, where: maybe }),
    /** Its own, those of evaluations and peer reviews, and what was recommended. */
    allActions: rows({ title: text, from: maybe, owner: maybe, due: maybe, done: maybe, note: maybe }),
    sources: texts,
  },
  ({ register, asOf, where, partnership }: PackScope) => {
    const who = (name: string | undefined) => name && describeWho(register, partnership, name)
    const latestFirst = by<{ date: InexactDay }>((it) => it.date.last)
    const past = <T extends { date: InexactDay }>(all: readonly T[]) =>
      all.filter(({ date }) => hasHappenedBy(date, asOf)).sort((a, b) => latestFirst(b, a))
    return {
      reviews: past(partnership.reviews).map((it) => ({
        day: formatInexactDay(it.date),
        by: who(it.by),
        outcome: it.outcome,
        note: it.note,
      })),
      assessments: past(partnership.assessments).map((it) => ({
        day: formatInexactDay(it.date),
        by: who(it.by),
        governance: it.governance,
        relationships: it.relationships,
        outcomes: it.outcomes,
        comments: commentsOf(it),
      })),
      exceptions: partnership.exceptions.map(({ rule, about, reason, by: whose, until }, index) => ({
        rule,
        about,
        reason,
        by: whose,
        until: formatInexactDay(until),
        over: until.last < asOf,
        where: where(at(partnership, 'exceptions', index)),
      })),
      allActions: [
        ...actionsOf(partnership).map(({ action, from }) => actionRow(action, from)),
        ...partnership.recommendations.map(({ title, due, done, action }) =>
          actionRow({ title, due, done, note: action }, 'a recommendation'),
        ),
      ],
      sources: partnership.sources,
    }
  },
)

const actionRow = ({ title, owner, due, done, note }: Action, from: string | undefined) => ({
  title,
  from,
  owner,
  due: formatOptionalDay(due),
  done: formatOptionalDay(done),
  note,
})
