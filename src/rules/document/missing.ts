import { askedOf, onceEachPlace } from '../../policy/asked.js'
import { dutyKey, dutyName, sayState } from '../../policy/say-document.js'
import { defineRule } from '../rule.js'

export const missing = defineRule({
  code: 'document/missing',
  severity: 'warning',
  summary: 'A document that policy asks for is not in the register.',
  source: 'policy.yaml: documents',
  why: 'What is not on file when it is needed was never agreed.',
  mend: 'Add it under `documents` (in the partner’s own file where the partner holds it), or say why it is not applicable.',
  *check({ register, policy }) {
    for (const { duty } of onceEachPlace(askedOf(policy, register.partnerships))) {
      if (duty.state !== 'missing' || duty.unsure || duty.document?.status === 'not-applicable') continue
      yield {
        at: duty.at,
        key: dutyKey(duty),
        message: `${dutyName(duty)}: ${sayState(duty)}`,
        hint: `add it under documents with type: ${duty.type}${duty.organisation === undefined ? '' : ` in ${duty.organisation.file}`}, or say why it is not applicable`,
        because: duty.because,
      }
    }
  },
})
