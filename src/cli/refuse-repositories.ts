import { UsageError } from '../model/usage-error.js'
import type { Opened } from './open-register.js'

type Repositories = Pick<Opened, 'repositories'>

/**
 * Refuses to compare two states when a folder inside the register is a repository of its own, unless both stood at the
 * same commit of it: the history of the register tells nothing of the files in it, and all of them would be new.
 * @param said the earlier state, as in `at main (1a2b3c4d)`
 * @throws UsageError that names the folder
 */
export function refuseOtherRepositories(
  now: Pick<Opened, 'printed'> & Repositories,
  then: Repositories,
  said: string,
): void {
  const [older, newer] = [then.repositories ?? new Map(), now.repositories ?? new Map()]
  const other = [...older.keys(), ...newer.keys()].find((it) => older.get(it) !== newer.get(it))
  if (other === undefined) return
  throw new UsageError(
    `${now.printed(other)} is a git repository of its own (a submodule)${older.has(other) ? ` ${said}` : ''}, and the history of the register does not hold its files`,
    'check out both states with their submodules, and name the two folders: partners diff ./EARLIER ./LATER',
  )
}
