import { UsageError } from '../model/usage-error.js'
import { someOf } from '../model/words.js'
import type { RecordKind } from '../model/record-kinds.js'
import type { Opened } from './open-register.js'

/**
 * Refuses to make a paper of a register with a record that could not be read: no total shrinks in silence.
 * @param needed kinds of record that the answer comes from; every kind otherwise
 * @returns the files that are missing, when it is wanted all the same
 */
export function refuseIncomplete(
  { register, printed }: Opened,
  incomplete: boolean,
  needed?: readonly RecordKind[],
): string[] {
  const files = register.unreadable.filter((it) => needed?.includes(it.kind) ?? true).map((it) => printed(it.file))
  if (files.length === 0 || incomplete) return files
  throw new UsageError(
    `${files.length === 1 ? 'a record' : `${files.length} records`} could not be read whole: ${someOf(files)}`,
    'partners validate tells why; --incomplete answers all the same and says what is missing',
  )
}
