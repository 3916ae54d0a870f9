import { recommendationsOf } from '../../model/recommendations.js'
import { actionsOf, type Action } from '../../model/actions.js'
import { formatInexactDay, type InexactDay, hasHappenedBy } from '../../model/day.js'
import { ASPECTS } from '../../model/grade.js'
import { at } from '../../model/place.js'
import { exceptionRow, exceptionShape } from '../rows/exceptions.js'
import { commentsOf, gradesShape } from '../rows/graded.js'
import { describeWho } from '../phrases.js'
import { latestFirst } from '../rows/latest-first.js'
import { section } from '../define-paper.js'
import { maybe, rows, text, texts } from '../view-parts.js'
import type { PackScope } from './scope.js'
import { rowFrom } from '../rows/row-from.js'

/** Reviews and assessments that have happened, the latest first; decisions; and all actions, done ones among them. */
export const history = section(
  {
    reviews: rows({ day: text, by: maybe, outcome: maybe, note: maybe }),
    assessments: rows({ day: text, by: maybe, ...gradesShape, comments: maybe }),
    exceptions: rows({ ...exceptionShape, where: maybe }),
    /** Its own, those of evaluations and peer reviews, and what was recommended. */
    allActions: rows({ title: text, from: maybe, owner: maybe, due: maybe, done: maybe, note: maybe }),
    sources: texts,
  },
  ({ register, asOf, where, partnership }: PackScope) => {
    const who = (name: string | undefined) => name && describeWho(register, partnership, name)
    const past = <T extends { date: InexactDay }>(all: readonly T[]) =>
      latestFirst(all).filter(({ date }) => hasHappenedBy(date, asOf))
    return {
      reviews: past(partnership.reviews).map((it) => ({
        ...rowFrom(it, 'outcome', 'note'),
        day: formatInexactDay(it.date),
        by: who(it.by),
      })),
      assessments: past(partnership.assessments).map((it) => ({
        ...rowFrom(it, ...ASPECTS),
        day: formatInexactDay(it.date),
        by: who(it.by),
        comments: commentsOf(it),
      })),
      exceptions: partnership.exceptions.map((it, index) => ({
        ...exceptionRow(it, asOf),
        where: where(at(partnership, 'exceptions', index)),
      })),
      allActions: [
        ...actionsOf(partnership).map(({ action, from }) => actionRow(action, from)),
        ...recommendationsOf(partnership).map(
          ({ recommendation: { title, owner, due, done, action, response }, from }) =>
            actionRow(
              { title, owner, due, done, note: action ?? response },
              from === undefined ? 'a recommendation' : `a recommendation of “${from}”`,
            ),
        ),
      ],
      sources: partnership.sources,
    }
  },
)

const actionRow = (action: Action, from: string | undefined) => ({
  ...rowFrom(action, 'title', 'owner', 'due', 'done', 'note'),
  from,
})
