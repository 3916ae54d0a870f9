import { askedOnce } from '../policy/asked.js'
import type { DocumentDuty } from '../policy/documents.js'
import { dutyKey, dutyName, sayState } from '../policy/say-document.js'
import { defineRule, type Rule, type RuleFinding } from './rule.js'

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
    ofPartners: true,
    *check({ register, policy }) {
      for (const { duty } of askedOnce(register, policy)) if (speaksOf(duty)) yield new Told(duty, hint)
    },
  })
}

/** Of thousands of documents that are missing in a register that begins, a screenful is told: the words wait until then. */
class Told implements RuleFinding {
  constructor(
    readonly duty: DocumentDuty,
    readonly sayHint: (duty: DocumentDuty) => string,
  ) {}

  get at() {
    return this.duty.at
  }
  get key() {
    return [dutyKey(this.duty), this.duty.until].filter((it) => it !== undefined).join(' ')
  }
  get message() {
    return `${dutyName(this.duty)}: ${sayState(this.duty)}`
  }
  get hint() {
    return this.sayHint(this.duty)
  }
  get because() {
    return this.duty.because
  }
}
