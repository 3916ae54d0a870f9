import type { Partnership } from './partnership.js'

export type QualityReview = Partnership['quality-reviews'][number]

/** Does an organisation review itself? Such a review does not count. docs/domain.md, section 7c. */
export const isOwnReview = ({ reviewer, reviewed }: QualityReview) => reviewer !== undefined && reviewer === reviewed

/** Is it over, so that its period is the time at which it was held? */
export const isHeldReview = ({ state }: QualityReview) => state === undefined || state === 'done'

/** Is it graded below good? */
export const isPoorReview = ({ grade }: QualityReview) => grade === 'requires-improvement' || grade === 'inadequate'

/** Those that were held and that no later one of the same partner, or of the same title, has overtaken. */
export const currentReviews = ({ 'quality-reviews': reviews }: Partnership): QualityReview[] => {
  const held = reviews.filter((it) => isHeldReview(it) && !isOwnReview(it))
  const isSame = (a: QualityReview, b: QualityReview) =>
    a.title === b.title || (a.reviewed !== undefined && a.reviewed === b.reviewed)
  return held.filter(
    (it) =>
      !held.some(
        (other) => isSame(it, other) && it.period !== undefined && (other.period?.last ?? '') > it.period.last,
      ),
  )
}
