import { at, type Place } from '../../model/place.js'
import { reasonKey, describeReason, describeReview } from '../../stamps/describe-status.js'
import type { Reason } from '../../stamps/review-status.js'
import { definePartnershipRule } from '../rule.js'
import { inMessage } from '../../model/words.js'

export const suspect = definePartnershipRule({
  code: 'review/suspect',
  severity: 'warning',
  summary:
    'What a partnership rests on has changed since its last review: its tier, its agreement, the partnership it is part of, or a partner.',
  source: 'The stamp of the review; docs/review-stamps.md explains what it covers',
  why: 'The review was of a different partnership: the entry alone does not show that a partner was merged away or the tier is higher.',
  remedy:
    'Hold a review in the light of the change, and record it with `partners record review`, which stamps it; or add a dated exception with a reason.',
  *check(partnership, { reviewStatuses }) {
    const reviewStatus = reviewStatuses?.of(partnership)
    if (reviewStatus === undefined || reviewStatus.reasons.length === 0) return
    const { reasons, index } = reviewStatus
    yield {
      at: at(partnership, 'reviews', index),
      // another reason, or more of the same, is another finding: who accepted one has not accepted what follows
      key: reasons.map(reasonKey).sort().join(', '),
      message: `${describeReview(reviewStatus)} is in doubt: ${inMessage(reasons.map(describeReason))}`,
      hint: 'hold a review in the light of that, or add a dated exception with a reason',
      related: reasons.flatMap(relatedTo),
    }
  },
})

/** The record of a reason, where it is another one. */
function relatedTo(reason: Reason): { at: Place; message: string }[] {
  if (reason.what === 'parent') return [{ at: at(reason.parent, 'name'), message: 'what it is a part of' }]
  if (reason.what === 'merged') return [{ at: at(reason.partner, 'merged'), message: 'what the partner became' }]
  return reason.what === 'partner' ? [{ at: at(reason.partner, 'name'), message: 'the partner that changed' }] : []
}
