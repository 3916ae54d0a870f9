import type { IdRenames } from '../model/renamed-ids.js'
import type { Fact, RecordRef } from './fact.js'
import type { State } from './state.js'

/** Two states of a register, with the ids that records have now. */
export interface Compared {
  readonly before: State
  readonly after: State
  readonly renames: IdRenames
}

/** A record that differs, with what is different of it. */
export interface RecordDiff {
  readonly record: RecordRef
  readonly facts: readonly Fact[]
}
