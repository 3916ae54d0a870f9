import { UsageError } from '../model/usage-error.js'
import type { Opened } from './open-register.js'

/**
 * Refuses to make a paper of a register with a record that could not be read: no total shrinks in silence.
 * @returns the files that are missing, when it is wanted all the same
 */
export function refuseIncomplete({ register, printed }: Opened, incomplete: boolean): string[] {
  const files = register.unreadable.map((it) => printed(it.file))
  if (files.length === 0 || incomplete) return files
  throw new UsageError(
    `${files.length === 1 ? 'a record' : `${files.length} records`} could not be read whole: ${files.join(', ')}`,
    'partners validate tells why; --incomplete makes the paper all the same and says what is missing',
  )
}
