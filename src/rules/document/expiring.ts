import { askedOf, onceEachPlace } from '../../policy/asked.js'
import { dutyKey, dutyName, sayState } from '../../policy/say-document.js'
import { defineRule } from '../rule.js'

export const expiring = defineRule({
  code: 'document/expiring',
  severity: 'warning',
  cause: 'time',
  summary: 'A document that policy asks for is about to expire.',
  source: 'policy.yaml: documents',
  why: 'Renewing takes longer than people think.',
  mend: 'Renew it before its day.',
  *check({ register, policy }) {
    for (const { duty } of onceEachPlace(askedOf(policy, register.partnerships))) {
      if (duty.state !== 'expiring') continue
      yield {
        at: duty.at,
        key: [dutyKey(duty), duty.until].filter((it) => it !== undefined).join(' '),
        message: `${dutyName(duty)}: ${sayState(duty)}`,
        hint: 'begin to renew it',
        because: duty.because,
      }
    }
  },
})
