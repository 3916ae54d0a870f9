import { at } from '../../model/place.js'
import { describeReview, formatChanges, NO_HISTORY } from '../../stamps/describe-status.js'
import { definePartnershipRule } from '../rule.js'

export const changedSince = definePartnershipRule({
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
      key: is, // who accepted one change has not accepted the next
      message: changes.length === 0 ? `the entry has changed ${since}` : `${since}: ${formatChanges(changes)}`,
      hint:
        changes.length === 0
          ? NO_HISTORY[noHistory]
          : 'hold a review where the change matters; otherwise leave it to the next one',
    }
  },
})
