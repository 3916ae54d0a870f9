import type { Day } from '../model/day.js'
import type { Register } from '../model/register.js'
import type { IdRenames } from '../model/renamed-ids.js'
import type { PolicyAnswers } from '../policy/answers.js'
import type { Fact, RecordRef } from './fact.js'

/** A register on a day, with the answers of its policy. */
export interface State {
  readonly register: Register
  readonly policy: PolicyAnswers
  readonly asOf: Day
}

/** Two states of a register, and the new ids of records that were renamed. */
export interface Compared {
  readonly before: State
  readonly after: State
  readonly renames: IdRenames
}

/** A record that differs, and how. */
export interface RecordDiff {
  readonly record: RecordRef
  readonly facts: readonly Fact[]
}
