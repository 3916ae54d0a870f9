import { at } from '../../model/place.js'
import { isPoorReview } from '../../model/quality-review.js'
import { definePartnershipRule } from '../rule.js'

export const poorWithoutAction = definePartnershipRule({
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
