import { sayDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const dueSoon = defineRule({
  code: 'assessment/due-soon',
  severity: 'info',
  cause: 'time',
  summary: 'An assessment is due soon.',
  source: 'policy.yaml: assessment cadence of the tier, and due-soon',
  why: 'There is still time to put it on an agenda.',
  mend: 'Plan the assessment.',
  *check({ register, policy, asOf }) {
    for (const partnership of register.partnerships) {
      const due = policy.assessmentDue(partnership)
      if (due?.day === undefined || due.day < asOf || due.day > policy.soon) continue
      yield {
        at: at(partnership, 'assessments'),
        key: due.day,
        message: `the assessment is due on ${sayDay(due.day)}`,
        hint: 'put it on an agenda before that day',
        because: due.because,
      }
    }
  },
})
