import type { Day } from '../model/day.js'
import { distinctRequirements } from '../policy/requirements.js'
import type { DocumentDuty } from '../policy/documents.js'
import { dutyKey, dutyName, describeState } from '../policy/describe-document.js'
import { definePartnersRule, type Rule, type RuleFinding, type RuleText } from './rule.js'

interface DocumentRule extends Omit<RuleText, 'source'> {
  appliesTo(duty: DocumentDuty, asOf: Day): boolean
  hint?(duty: DocumentDuty): string
}

/** A rule about the state of a required document; one that a partner holds has one finding, wherever it is used. */
export const defineDocumentRule = ({ appliesTo, hint, ...rule }: DocumentRule): Rule =>
  definePartnersRule({
    ...rule,
    source: 'policy.yaml: documents',
    *check({ register, policy, asOf }): Iterable<RuleFinding> {
      for (const { duty } of distinctRequirements(register, policy))
        if (appliesTo(duty, asOf))
          yield {
            at: duty.at,
            key: [dutyKey(duty), duty.until].filter((it) => it !== undefined).join(' '),
            message: () => `${dutyName(duty)}: ${describeState(duty)}`,
            hint: hint && (() => hint(duty)),
            because: () => duty.because,
          }
    },
  })
