import type { Edit } from '../model/edit-record.js'
import type { Register } from '../model/register.js'
import type { Change } from './change.js'
import { allOf } from '../model/usage-error.js'
import { setValue } from './set-value.js'
import type { Target } from './target.js'

/** A field of a record with what was answered; several values for a list. */
export interface FieldAnswer {
  readonly path: string
  readonly values: readonly string[]
}

/**
 * Sets several fields of a record in one change.
 * @param sentence what that means, without a stop
 * @throws UsageError with everything that is wrong with any of them
 */
export function setFields(
  register: Register,
  target: Target,
  fields: readonly FieldAnswer[],
  sentence: string,
): Change {
  const changes = allOf(fields.map((it) => () => setValue(register, target, it.path, it.values)))
  return {
    // two answers may settle the same entry under unknown
    edits: onceEach(changes.flatMap((it) => it.edits)),
    sentence,
    nothing: 'Nothing to change: it already says so.',
    notes: [...new Set(changes.flatMap((it) => [`${it.sentence}.`, ...(it.notes ?? [])]))],
  }
}

const onceEach = (edits: readonly Edit[]): Edit[] => [...new Map(edits.map((it) => [JSON.stringify(it), it])).values()]
