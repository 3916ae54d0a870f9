import type { Written } from '../document/edit.js'
import type { Made } from '../edits/record-item.js'
import { parseInexactDay, formatDay, formatInexactDay, type InexactDay } from '../model/day.js'
import type { Partnership } from '../model/partnership.js'
import { answerPolicy } from '../policy/answers.js'
import { sha256 } from '../source/sha256.js'
import { stampOf } from '../stamps/stamp.js'
import type { ToChange } from './change.js'

/**
 * The stamp of what a review has seen: of the register as it is while the review is recorded. One that is recorded after a
 * later one has none: it would say that the earlier review saw what only the later one did.
 * @param date the day of the review as its field takes it
 * @throws UsageError when some of that could not be read
 */
export function stampFor({ register, asOf }: ToChange, partnership: Partnership, date: string): Made {
  const day = parseInexactDay(date) as InexactDay
  const later = partnership.reviews.find((it) => it.date.first > day.last && it.date.first <= asOf)
  if (later !== undefined) {
    const said = `There is a later review, of ${formatInexactDay(later.date)}, so this one gets no stamp.`
    return { made: {}, notes: [said] }
  }
  const stamp = stampOf(partnership, { register, policy: answerPolicy(register, asOf), hash: sha256 }) as Written
  const notes =
    day.last < asOf
      ? [`The stamp is of the register as it is on ${formatDay(asOf)}, not of the day of the review.`]
      : []
  return { made: { stamp }, notes }
}
