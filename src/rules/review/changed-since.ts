import { at } from '../../model/place.js'
import { sayReview, sayTold, UNTOLD } from '../../stamps/say.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const changedSince = definePartnershipRule({
  code: 'review/changed-since',
  severity: 'info',
  summary: 'What a review looked at has changed since it was held.',
  source: 'the stamp of the review; docs/review-stamps.md says which fields it is of',
  why: 'Whoever relies on the review should know what it did not see.',
  mend: 'Nothing is wrong: hold a review where the change matters, and record it with a stamp; otherwise leave it to the next one.',
  *checkPartnership(partnership, { standings }) {
    const standing = standings?.of(partnership)
    if (standing?.changed === undefined) return
    const { told, is = 'gone', untold = 'not-asked' } = standing.changed
    const since = `since ${sayReview(standing)}`
    yield {
      at: at(partnership, 'reviews', standing.index),
      key: is, // who accepted one change has not accepted the next
      message: told.length === 0 ? `the entry has changed ${since}` : `${since}: ${sayTold(told)}`,
      hint: told.length === 0 ? UNTOLD[untold] : 'hold a review where that matters; otherwise leave it to the next one',
    }
  },
})
