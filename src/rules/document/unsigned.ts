import { askedOf, onceEachPlace } from '../../policy/asked.js'
import { dutyKey, dutyName, sayState } from '../../policy/say-document.js'
import { defineRule } from '../rule.js'

export const unsigned = defineRule({
  code: 'document/unsigned',
  severity: 'warning',
  summary: 'A document that policy asks for is not signed.',
  source: 'policy.yaml: documents',
  why: 'A draft counts for nothing in a dispute.',
  mend: 'Get it signed and add the day under `signed`.',
  *check({ register, policy }) {
    for (const { duty } of onceEachPlace(askedOf(policy, register.partnerships))) {
      if (duty.state !== 'unsigned' || duty.unsure) continue
      yield {
        at: duty.at,
        key: dutyKey(duty),
        message: `${dutyName(duty)}: ${sayState(duty)}`,
        hint: 'get it signed, and write the day under signed',
        because: duty.because,
      }
    }
  },
})
