import type { Day } from '../model/day.js'
import type { Register } from '../model/register.js'
import type { PolicyAnswers } from '../policy/answers.js'

/** A register on a day, with the answers of its policy. */
export interface State {
  readonly register: Register
  readonly policy: PolicyAnswers
  readonly asOf: Day
}
