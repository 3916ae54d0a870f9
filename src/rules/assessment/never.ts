import { at } from '../../model/place.js'
import { isValueLost } from '../references.js'
import { defineRule } from '../rule.js'

export const never = defineRule({
  code: 'assessment/never',
  severity: 'warning',
  summary: 'No assessment is recorded, and it cannot be told when one is due.',
  source: 'policy.yaml: assessment cadence of the tier',
  why: 'Nobody can tell whether the partnership was ever looked at.',
  mend: 'Add the last assessment under `assessments`, or the start day.',
  *check({ register, policy }) {
    for (const partnership of register.partnerships) {
      const due = policy.assessmentDue(partnership)
      if (due === undefined || due.day !== undefined || isValueLost(register, partnership, 'start')) continue
      yield {
        at: at(partnership, 'assessments'),
        message: 'no assessment is recorded, and without a start day it cannot be told when one is due',
        hint: 'add the last one under assessments, or the day on which the partnership began',
        because: due.because,
      }
    }
  },
})
