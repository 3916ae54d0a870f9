import type { Partnership } from './partnership.js'

export type QualityReview = Partnership['quality-reviews'][number]

/** Does an organisation review itself? Such a review does not count. Domain of the register, section 7c. */
export const isOwnReview = ({ reviewer, reviewed }: QualityReview) => reviewer !== undefined && reviewer === reviewed

/** Is it over, so that its period is the time at which it was held? */
export const isHeldReview = ({ state }: QualityReview) => state === undefined || state === 'done'
