import { askedOf, onceEachPlace } from '../../policy/asked.js'
import { dutyKey, dutyName, sayState } from '../../policy/say-document.js'
import { defineRule } from '../rule.js'

export const expired = defineRule({
  code: 'document/expired',
  severity: 'error',
  cause: 'time',
  summary: 'A document that policy asks for has expired.',
  source: 'policy.yaml: documents',
  why: 'Documents expire one by one, in silence.',
  mend: 'Renew it and write the new days.',
  *check({ register, policy }) {
    for (const { duty } of onceEachPlace(askedOf(policy, register.partnerships))) {
      if (duty.state !== 'expired') continue
      yield {
        at: duty.at,
        key: [dutyKey(duty), duty.until].filter((it) => it !== undefined).join(' '),
        message: `${dutyName(duty)}: ${sayState(duty)}`,
        hint: 'renew it, and write the new days',
        because: duty.because,
      }
    }
  },
})
