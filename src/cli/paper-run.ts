import { sayDay, type Day } from '../model/day.js'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import type { Revision } from '../source/git.js'
import { packageVersion } from '../source/package-files.js'
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

/** The line that says what a paper was made of: register, revision, day, counts. */
export function provenanceOf(
  register: Register,
  asOf: Day,
  revision: Revision | undefined,
  missing: readonly string[],
): string {
  const { settings, partnerships, organisations } = register
  const commit =
    revision === undefined
      ? 'not under version control'
      : `revision ${revision.commit}${revision.changed ? ' with changes that are not committed' : ''}`
  const lost = missing.length === 0 ? '' : ` Not complete: ${missing.join(', ')} could not be read whole.`
  return `Made by partners ${packageVersion()} from ${settings.name ?? 'the register'}, ${commit}, as of ${sayDay(asOf)}: ${partnerships.length} partnerships with their parts, ${organisations.length} organisations.${lost}`
}
