import { askedOnce } from '../policy/asked.js'
import type { DocumentDuty } from '../policy/documents.js'
import { dutyKey, dutyName, sayState } from '../policy/say-document.js'
import { defineRule, type Rule } from './rule.js'

/** A rule about how a document stands that policy asks for; a partner's own is told once, wherever it is used. */
export function defineDocumentRule({
  speaksOf,
  hint,
  ...rule
}: Omit<Rule, 'cause' | 'check' | 'source'> & {
  readonly cause?: Rule['cause']
  speaksOf(duty: DocumentDuty): boolean
  hint(duty: DocumentDuty): string
}): Rule {
  return defineRule({
    ...rule,
    source: 'policy.yaml: documents',
    *check({ register, policy }) {
      for (const { duty } of askedOnce(register, policy))
        if (speaksOf(duty))
          yield {
            at: duty.at,
            key: [dutyKey(duty), duty.until].filter((it) => it !== undefined).join(' '),
            message: `${dutyName(duty)}: ${sayState(duty)}`,
            hint: hint(duty),
            because: duty.because,
          }
    },
  })
}
