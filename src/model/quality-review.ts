import type { Partnership } from './partnership.js'

export type QualityReview = Partnership['quality-reviews'][number]

/** Does an organisation review itself? Such a review does not count. docs/domain.md, section 7c. */
export const isOwnReview = ({ reviewer, reviewed }: QualityReview) => reviewer !== undefined && reviewer === reviewed

/** Has it taken place, so that its period is when it took place? */
export const isHeldReview = ({ state }: QualityReview) => state === undefined || state === 'done'

/** Is it graded below good? */
export const isPoorReview = ({ grade }: QualityReview) => grade === 'requires-improvement' || grade === 'inadequate'

/** Those that took place and have no later one of the same partner or title. */
export const currentReviews = ({ 'quality-reviews': reviews }: Partnership): QualityReview[] => {
  const past = reviews.filter((it) => isHeldReview(it) && !isOwnReview(it))
  const isSame = (a: QualityReview, b: QualityReview) =>
    a.title === b.title || (a.reviewed !== undefined && a.reviewed === b.reviewed)
  const isLater = (a: QualityReview, b: QualityReview) =>
    b.period !== undefined && (a.period?.last ?? '') > b.period.last
  return past.filter((it) => !past.some((other) => isSame(it, other) && isLater(other, it)))
}
