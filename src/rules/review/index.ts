import { at, type Place } from '../../model/place.js'
import { counted, inMessage } from '../../model/words.js'
import { describeReview, formatChanges, NO_HISTORY, reasonKey, describeReason } from '../../stamps/describe-status.js'
import { stampedReview, type Reason } from '../../stamps/review-status.js'
import { SCHEME } from '../../stamps/scheme.js'
import { dueRules, lapsedReview } from '../due-rules.js'
import { type Rule, definePartnershipRule, defineRegisterRule } from '../rule.js'

const changedSince = definePartnershipRule({
  code: 'review/changed-since',
  severity: 'info',
  summary: 'Something that a review looked at has changed since.',
  source: 'The stamp of the review; docs/review-stamps.md lists the fields it covers',
  why: 'Whoever relies on the review should know what it did not see.',
  remedy:
    'Nothing is wrong: hold a review where the change matters, and record it with a stamp; otherwise leave it to the next one.',
  *check(partnership, { reviewStatuses }) {
    const reviewStatus = reviewStatuses?.of(partnership)
    if (reviewStatus?.changed === undefined) return
    const { changes, is = 'gone', noHistory = 'not-asked' } = reviewStatus.changed
    const since = `since ${describeReview(reviewStatus)}`
    yield {
      at: at(partnership, 'reviews', reviewStatus.index),
      key: is, // to accept one change is not to accept the next
      message: changes.length === 0 ? `the entry has changed ${since}` : `${since}: ${formatChanges(changes)}`,
      hint:
        changes.length === 0
          ? NO_HISTORY[noHistory]
          : 'hold a review where the change matters; otherwise leave it to the next one',
    }
  },
})

const newerStamp = defineRegisterRule({
  code: 'review/newer-stamp',
  severity: 'info',
  summary: 'Reviews have stamps made by a later release, which cannot be compared.',
  source: 'The scheme of the stamp; docs/review-stamps.md',
  why: 'That no change is reported for these partnerships does not mean that nothing changed.',
  remedy: 'Use a later release of `partners`.',
  *check({ register, asOf }) {
    const found = register.partnerships.flatMap((it) => {
      const stamped = stampedReview(it, asOf)
      return stamped === undefined || stamped.stamp.scheme <= SCHEME
        ? []
        : [{ scheme: stamped.stamp.scheme, at: at(it, 'reviews', stamped.index, 'stamp', 'scheme') }]
    })
    const [first] = found
    if (first === undefined) return
    const reviews = `${counted(found.length, 'review')} ${found.length === 1 ? 'has a stamp' : 'have stamps'}`
    yield {
      at: first.at, // one finding: it is one release that is too old
      message: `${reviews} of a later scheme (${first.scheme}) than this release knows (${SCHEME}), so changes since are not reported`,
    }
  },
})

const suspect = definePartnershipRule({
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
      // another reason, or a further change, is another finding: to accept one is not to accept the next
      key: reasons.map(reasonKey).sort().join(', '),
      message: `${describeReview(reviewStatus)} is in doubt: ${inMessage(reasons.map(describeReason))}`,
      hint: 'hold a review in the light of that, or add a dated exception with a reason',
      related: reasons.flatMap(relatedTo),
    }
  },
})

/** The record that a reason is about, where it is another one. */
function relatedTo(reason: Reason): { at: Place; message: string }[] {
  if (reason.what === 'parent') return [{ at: at(reason.parent, 'name'), message: 'what it is a part of' }]
  if (reason.what === 'merged') return [{ at: at(reason.partner, 'merged'), message: 'what the partner became' }]
  return reason.what === 'partner' ? [{ at: at(reason.partner, 'name'), message: 'the partner that changed' }] : []
}

export const reviewRules: readonly Rule[] = [...dueRules('review'), lapsedReview, changedSince, newerStamp, suspect]
