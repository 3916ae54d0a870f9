import type { Edit } from '../model/edit-record.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { counted } from '../model/words.js'
import type { Change } from './change.js'
import { allOf } from '../model/usage-error.js'
import { setValue } from './set-value.js'
import type { Target } from './target.js'

/** A field of a partnership with what was answered; several values for a list. */
export interface FieldAnswer {
  readonly path: string
  readonly values: readonly string[]
}

/**
 * Writes the answers to screening questions into the fields that hold them, all in one change.
 * @throws UsageError with everything that is wrong with any of them
 */
export function answerQuestions(
  register: Register,
  target: Target<Partnership>,
  answers: readonly FieldAnswer[],
): Change {
  const changes = allOf(answers.map((it) => () => setValue(register, target, it.path, it.values)))
  return {
    // two answers may settle the same entry under unknown
    edits: onceEach(changes.flatMap((it) => it.edits)),
    sentence: `${target.name}: ${counted(answers.length, 'answer')} recorded`,
    nothing: 'Nothing to change: it already says so.',
    notes: [...new Set(changes.flatMap((it) => [`${it.sentence}.`, ...(it.notes ?? [])]))],
  }
}

const onceEach = (edits: readonly Edit[]): Edit[] => [...new Map(edits.map((it) => [JSON.stringify(it), it])).values()]
