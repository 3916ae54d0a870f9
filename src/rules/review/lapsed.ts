import { daysBetween, sayDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { isLapsed } from '../partnerships.js'
import { defineRule } from '../rule.js'

export const lapsed = defineRule({
  code: 'review/lapsed',
  severity: 'error',
  cause: 'time',
  summary: 'A review is very late.',
  source: 'policy.yaml: lapsed-after',
  why: 'After three months nobody is going to hold it by themselves.',
  mend: 'Hold the review and add its date under `reviews`, or add a dated exception with a reason.',
  *check({ register, policy, asOf }) {
    for (const partnership of register.partnerships) {
      const due = policy.reviewDue(partnership)
      if (due?.day === undefined || !isLapsed(due.day, policy.lapsedAfter, asOf)) continue
      yield {
        at: at(partnership, 'reviews'),
        key: due.day,
        message: `the review was due on ${sayDay(due.day)}, ${daysBetween(due.day, asOf)} days before ${sayDay(asOf)}`,
        hint: 'hold the review and add its date under reviews, or add a dated exception with a reason',
        because: due.because,
      }
    }
  },
})
