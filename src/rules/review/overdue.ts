import { daysBetween, sayDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { isLapsed } from '../partnerships.js'
import { defineRule } from '../rule.js'

export const overdue = defineRule({
  code: 'review/overdue',
  severity: 'warning',
  cause: 'time',
  summary: 'A partnership was not reviewed by the day that its tier asks for.',
  source: 'policy.yaml: review cadence of the tier',
  why: 'What nobody looks at goes wrong unseen; a stale entry looks the same as a fresh one.',
  mend: 'Hold the review and add its date under `reviews`, or add a dated exception with a reason.',
  *check({ register, policy, asOf }) {
    for (const partnership of register.partnerships) {
      const due = policy.reviewDue(partnership)
      if (due?.day === undefined || due.day >= asOf || isLapsed(due.day, policy.lapsedAfter, asOf)) continue // the due day itself is still in time
      const late = daysBetween(due.day, asOf)
      yield {
        at: at(partnership, 'reviews'),
        key: due.day,
        message: `the review was due on ${sayDay(due.day)}, ${late} ${late === 1 ? 'day' : 'days'} before ${sayDay(asOf)}`,
        hint: 'hold the review and add its date under reviews, or add a dated exception with a reason',
        because: due.because,
      }
    }
  },
})
