import { distinctRequirements } from '../policy/requirements.js'
import type { DocumentDuty } from '../policy/documents.js'
import { dutyKey, dutyName, describeState } from '../policy/describe-document.js'
import { defineRule, type Rule, type RuleFinding } from './rule.js'

/** A rule about how a document stands that policy asks for; a partner's own is told once, wherever it is used. */
export function defineDocumentRule({
  appliesTo,
  hint,
  ...rule
}: Omit<Rule, 'cause' | 'check' | 'source'> & {
  readonly cause?: Rule['cause']
  appliesTo(duty: DocumentDuty): boolean
  hint(duty: DocumentDuty): string
}): Rule {
  return defineRule({
    ...rule,
    source: 'policy.yaml: documents',
    ofPartners: true,
    *check({ register, policy }) {
      for (const { duty } of distinctRequirements(register, policy))
        if (appliesTo(duty)) yield new LazyDocumentFinding(duty, hint)
    },
  })
}

/** Of thousands of documents that are missing in a register that begins, a screenful is told: the words wait until then. */
class LazyDocumentFinding implements RuleFinding {
  constructor(
    readonly duty: DocumentDuty,
    readonly describeHint: (duty: DocumentDuty) => string,
  ) {}

  get at() {
    return this.duty.at
  }
  get key() {
    return [dutyKey(this.duty), this.duty.until].filter((it) => it !== undefined).join(' ')
  }
  get message() {
    return `${dutyName(this.duty)}: ${describeState(this.duty)}`
  }
  get hint() {
    return this.describeHint(this.duty)
  }
  get because() {
    return this.duty.because
  }
}
