import type { Partnership } from '../model/partnership.js'
import { defineRule, type Checked, type Rule, type RuleFinding } from './rule.js'

/** A rule that looks at one partnership at a time. */
export function definePartnershipRule({
  checkPartnership,
  ...rule
}: Omit<Rule, 'cause' | 'check'> & {
  readonly cause?: Rule['cause']
  checkPartnership(partnership: Partnership, checked: Checked): Iterable<RuleFinding>
}): Rule {
  return defineRule({
    ...rule,
    *check(checked) {
      for (const partnership of checked.register.partnerships) yield* checkPartnership(partnership, checked)
    },
  })
}
