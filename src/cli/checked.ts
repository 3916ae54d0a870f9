import type { CheckedState } from '../diff/consequences/findings.js'
import type { Day } from '../model/day.js'
import { answerPolicy } from '../policy/answers.js'
import { checkRegister } from '../rules/check.js'
import { rules } from '../rules/index.js'
import type { Opened } from './open-register.js'
import { reviewStatusesOf } from './review-statuses.js'
import { withTemplateProblems } from './update-templates.js'

/**
 * A register as it was opened with all that is found in it: its own templates are looked at, too, and the history is asked
 * what changed since reviews.
 * @param within days that count as soon, instead of the policy's
 */
export async function checkOpened(opened: Opened, asOf: Day, within?: number): Promise<CheckedState> {
  const register = await withTemplateProblems(opened)
  const policy = answerPolicy(register, asOf, within)
  const reviewStatuses = await reviewStatusesOf(opened, policy, register)
  return {
    register,
    policy,
    asOf,
    check: checkRegister({ register, policy, asOf, reviewStatuses: reviewStatuses }, rules),
  }
}
