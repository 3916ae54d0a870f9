import * as z from 'zod'
import { sayInexactDay } from '../model/day.js'
import type { Partnership } from '../model/partnership.js'
import { capital } from '../model/words.js'
import { sayReason } from '../stamps/say.js'
import type { PaperInput } from './paper.js'
import { text, texts } from './view-parts.js'

/** What a paper tells of the time since the latest review; null where it bears no stamp, and where nothing changed. */
export const sinceReviewView = z
  .strictObject({
    /** The day of the review. */
    day: text,
    /** Did the entry change? */
    changed: z.boolean(),
    /** In what; empty where the history does not tell. */
    changes: texts,
    /** What the review rested on and has changed: it is in doubt. */
    suspect: texts,
  })
  .nullable()

export function sinceReview({ standings }: PaperInput, partnership: Partnership): z.output<typeof sinceReviewView> {
  const standing = standings?.of(partnership)
  if (standing === undefined || (standing.changed === undefined && standing.reasons.length === 0)) return null
  return {
    day: sayInexactDay(standing.review.date),
    changed: standing.changed !== undefined,
    changes: (standing.changed?.told ?? []).map(capital),
    suspect: standing.reasons.map(sayReason).map(capital),
  }
}
