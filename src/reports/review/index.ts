import type { Paper } from '../paper.js'
import { buildReview } from './build.js'
import { reviewView } from './view.js'

export const review: Paper = {
  name: 'review',
  summary: 'the review of partnerships: why each exists, how it is kept in hand, its risks, and how it is graded',
  view: reviewView,
  needsReviewStatuses: 'all',
  build: buildReview,
}
