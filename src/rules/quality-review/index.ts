import { at } from '../../model/place.js'
import { isOwnReview, isPoorReview } from '../../model/quality-review.js'
import { dueRules } from '../due-rules.js'
import { type Rule, definePartnershipRule } from '../rule.js'

const ownReviewer = definePartnershipRule({
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

const poorWithoutAction = definePartnershipRule({
  code: 'quality-review/poor-without-action',
  severity: 'warning',
  summary: 'A peer quality review is graded below good and has no action with an owner and a day.',
  source: 'Peer quality review: a grade below good needs an action with owner and day',
  why: 'A review that changes nothing costs the trust of the people who took part.',
  remedy: 'Add an action under `actions` of this review, with `owner` and `due`.',
  *check(partnership) {
    for (const [index, review] of partnership['quality-reviews'].entries()) {
      const { id, title, grade, actions } = review
      if (!isPoorReview(review) || actions.some((it) => it.owner !== undefined && it.due !== undefined)) continue
      yield {
        at: at(partnership, 'quality-reviews', index, 'grade'),
        key: id ?? title,
        message: `"${title}" is graded ${grade}, and no action of it has an owner and a day`,
      }
    }
  },
})

export const qualityReviewRules: readonly Rule[] = [...dueRules('quality-review'), ownReviewer, poorWithoutAction]
