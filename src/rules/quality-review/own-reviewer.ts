import { at } from '../../model/place.js'
import { isOwnReview } from '../../model/quality-review.js'
import { definePartnershipRule } from '../rule.js'

export const ownReviewer = definePartnershipRule({
  code: 'quality-review/own-reviewer',
  severity: 'warning',
  summary: 'An organisation reviews its own quality.',
  source: 'Peer quality review: it counts only if the reviewer is not the reviewed',
  why: 'Nobody sees their own blind spots; such a review does not postpone the next one.',
  remedy: 'Have another partner review it, or correct `reviewer` or `reviewed`.',
  *check(partnership) {
    for (const [index, review] of partnership['quality-reviews'].entries()) {
      if (!isOwnReview(review)) continue
      yield {
        at: at(partnership, 'quality-reviews', index, 'reviewer'),
        key: review.id ?? review.title,
        message: `${review.reviewer} reviews itself, so this review does not count`,
        related: [{ at: at(partnership, 'quality-reviews', index, 'reviewed'), message: 'the reviewed' }],
      }
    }
  },
})
