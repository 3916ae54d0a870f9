import { sayDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const dueSoon = defineRule({
  code: 'review/due-soon',
  severity: 'info',
  cause: 'time',
  summary: 'A review is due soon.',
  source: 'policy.yaml: review cadence of the tier, and due-soon',
  why: 'There is still time to put it on an agenda.',
  mend: 'Plan the review.',
  *check({ register, policy, asOf }) {
    for (const partnership of register.partnerships) {
      const due = policy.reviewDue(partnership)
      if (due?.day === undefined || due.day < asOf || due.day > policy.soon) continue
      yield {
        at: at(partnership, 'reviews'),
        key: due.day,
        message: `the review is due on ${sayDay(due.day)}`,
        hint: 'put it on an agenda before that day',
        because: due.because,
      }
    }
  },
})
