import { actionsOf, type Action } from '../../model/actions.js'
import { formatInexactDay, type InexactDay } from '../../model/day.js'
import { hasHappenedBy } from '../../model/latest.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { commentsOf } from '../graded.js'
import { formatOptionalDay, describeWho } from '../phrases.js'
import type { PaperInput } from '../paper.js'
import { by } from '../../model/order.js'
import type { Pack } from './view.js'

/** Reviews and assessments that were held, the latest first; decisions; and all actions, done ones among them. */
export function historyOf(
  { register, asOf, say }: PaperInput,
  partnership: Partnership,
): Pick<Pack, 'reviews' | 'assessments' | 'exceptions' | 'allActions' | 'sources'> {
  const isHeld = ({ date }: { date: InexactDay }) => hasHappenedBy(date, asOf)
  const who = (name: string | undefined) => (name === undefined ? null : describeWho(register, partnership, name))
  const latestFirst = by<{ date: { last: string } }>((it) => it.date.last)
  return {
    reviews: partnership.reviews
      .filter(isHeld)
      .sort((a, b) => latestFirst(b, a))
      .map((it) => ({
        day: formatInexactDay(it.date),
        by: who(it.by),
        outcome: it.outcome ?? null,
        note: it.note ?? null,
      })),
    assessments: partnership.assessments
      .filter(isHeld)
      .sort((a, b) => latestFirst(b, a))
      .map((it) => ({
        day: formatInexactDay(it.date),
        by: who(it.by),
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
      until: formatInexactDay(it.until),
      over: it.until.last < asOf,
      where: say?.(at(partnership, 'exceptions', index)) ?? null,
    })),
    allActions: actionRows(partnership),
    sources: [...partnership.sources],
  }
}

/** Its own, those of evaluations and peer reviews, and what was recommended. */
function actionRows(partnership: Partnership): Pack['allActions'] {
  return [
    ...actionsOf(partnership).map(({ action, from }) => actionRow(action, from)),
    ...partnership.recommendations.map(({ title, due, done, action }) =>
      actionRow({ title, due, done, note: action }, 'a recommendation'),
    ),
  ]
}

function actionRow({ title, owner, due, done, note }: Action, from: string | undefined): Pack['allActions'][number] {
  return {
    title,
    from: from ?? null,
    owner: owner ?? null,
    due: formatOptionalDay(due),
    done: formatOptionalDay(done),
    note: note ?? null,
  }
}
