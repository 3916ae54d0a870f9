import { at } from '../../model/place.js'
import { describeReview, formatChanges, NO_HISTORY } from '../../stamps/describe-status.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const changedSince = definePartnershipRule({
  code: 'review/changed-since',
  severity: 'info',
  summary: 'What a review looked at has changed since it was held.',
  source: 'the stamp of the review; docs/review-stamps.md says which fields it is of',
  why: 'Whoever relies on the review should know what it did not see.',
  remedy:
    'Nothing is wrong: hold a review where the change matters, and record it with a stamp; otherwise leave it to the next one.',
  *checkPartnership(partnership, { reviewStatuses }) {
    const reviewStatus = reviewStatuses?.of(partnership)
    if (reviewStatus?.changed === undefined) return
    const { changes: told, is = 'gone', noHistory: untold = 'not-asked' } = reviewStatus.changed
    const since = `since ${describeReview(reviewStatus)}`
    yield {
      at: at(partnership, 'reviews', reviewStatus.index),
      key: is, // who accepted one change has not accepted the next
      message: told.length === 0 ? `the entry has changed ${since}` : `${since}: ${formatChanges(told)}`,
      hint:
        told.length === 0 ? NO_HISTORY[untold] : 'hold a review where that matters; otherwise leave it to the next one',
    }
  },
})
