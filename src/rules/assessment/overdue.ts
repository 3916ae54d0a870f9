import { daysBetween, sayDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const overdue = defineRule({
  code: 'assessment/overdue',
  severity: 'warning',
  cause: 'time',
  summary: 'A partnership was not graded by the day that its tier asks for.',
  source: 'policy.yaml: assessment cadence of the tier',
  why: 'What nobody looks at goes wrong unseen; a stale entry looks the same as a fresh one.',
  mend: 'Hold the assessment and add its date under `assessments`, or add a dated exception with a reason.',
  *check({ register, policy, asOf }) {
    for (const partnership of register.partnerships) {
      const due = policy.assessmentDue(partnership)
      if (due?.day === undefined || due.day >= asOf) continue // the due day itself is still in time
      const late = daysBetween(due.day, asOf)
      yield {
        at: at(partnership, 'assessments'),
        key: due.day,
        message: `the assessment was due on ${sayDay(due.day)}, ${late} ${late === 1 ? 'day' : 'days'} before ${sayDay(asOf)}`,
        hint: 'hold the assessment and add its date under assessments, or add a dated exception with a reason',
        because: due.because,
      }
    }
  },
})
