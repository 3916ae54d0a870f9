import { askedOf, onceEachPlace } from '../../policy/asked.js'
import { dutyKey, dutyName, sayState } from '../../policy/say-document.js'
import { defineRule } from '../rule.js'

export const neededBeforeStart = defineRule({
  code: 'document/needed-before-start',
  severity: 'info',
  summary: 'A proposed partnership will need a document before it starts.',
  source: 'policy.yaml: documents',
  why: 'What is missing at the start is seldom made up for.',
  mend: 'Have it ready before the partnership becomes active.',
  *check({ register, policy }) {
    for (const { duty } of onceEachPlace(askedOf(policy, register.partnerships))) {
      if (duty.state !== 'needed-before-start') continue
      yield {
        at: duty.at,
        key: dutyKey(duty),
        message: `${dutyName(duty)}: ${sayState(duty)}`,
        hint: 'have it ready before the partnership becomes active',
        because: duty.because,
      }
    }
  },
})
