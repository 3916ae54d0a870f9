import { at } from '../../model/place.js'
import { isValueLost } from '../references.js'
import { defineRule } from '../rule.js'

export const never = defineRule({
  code: 'review/never',
  severity: 'warning',
  summary: 'No review is recorded, and it cannot be told when one is due.',
  source: 'policy.yaml: review cadence of the tier',
  why: 'Nobody can tell whether the partnership was ever looked at.',
  mend: 'Add the last review under `reviews`, or the start day.',
  *check({ register, policy }) {
    for (const partnership of register.partnerships) {
      const due = policy.reviewDue(partnership)
      if (due === undefined || due.day !== undefined || isValueLost(register, partnership, 'start')) continue
      yield {
        at: at(partnership, 'reviews'),
        message: 'no review is recorded, and without a start day it cannot be told when one is due',
        hint: 'add the last one under reviews, or the day on which the partnership began',
        because: due.because,
      }
    }
  },
})
