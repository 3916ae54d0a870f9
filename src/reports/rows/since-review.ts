import type * as z from 'zod'
import { formatInexactDay } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { capital } from '../../model/words.js'
import { describeReason } from '../../stamps/describe-status.js'
import type { PaperInput } from '../paper.js'
import { flag, group, text, texts } from '../view-parts.js'

/** What changed since the latest review; null where that has no stamp, and where nothing changed. */
export const sinceReviewView = group({
  /** The day of the review. */
  day: text,
  /** Did the entry change? */
  changed: flag,
  /** In what; empty where the history does not show it. */
  changes: texts,
  /** What the review rested on and has changed: it is in doubt. */
  suspect: texts,
}).nullable()

export function sinceReview(
  { reviewStatuses }: PaperInput,
  partnership: Partnership,
): z.output<typeof sinceReviewView> | undefined {
  const reviewStatus = reviewStatuses?.of(partnership)
  if (reviewStatus === undefined || (reviewStatus.changed === undefined && reviewStatus.reasons.length === 0))
    return undefined
  return {
    day: formatInexactDay(reviewStatus.review.date),
    changed: reviewStatus.changed !== undefined,
    changes: (reviewStatus.changed?.changes ?? []).map(capital),
    suspect: reviewStatus.reasons.map(describeReason).map(capital),
  }
}
