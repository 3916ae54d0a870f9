import { isDay, parseInexactDay, sayDay, type Day } from '../model/day.js'
import { dayTrouble } from '../model/fields.js'
import { UsageError } from '../model/usage-error.js'
import { answerPolicy } from '../policy/answers.js'
import type { Since } from '../reports/paper.js'
import { commitBefore, commitOf, type Commit } from '../source/git.js'
import { readRegisterAt } from '../source/read-register.js'
import type { Opened } from './open-register.js'

/**
 * The state of a register that changes are counted from: a revision of git, or a day. A day before the history begins,
 * or without git, leaves only what dated entries tell.
 * @throws UsageError when it is neither a day nor a revision that holds the register
 */
export async function sinceOf({ root }: Opened, written: string): Promise<Since> {
  const commit = await commitOf(root, written)
  if (commit !== undefined) return revision(root, commit, written)
  const day = dayOf(written)
  const before = await commitBefore(root, day)
  const state = before && (await stateAt(root, before, day))
  return { day, said: sayDay(day), before: state }
}

async function revision(root: string, commit: Commit, written: string): Promise<Since> {
  const before = await stateAt(root, commit, commit.day)
  if (before === undefined)
    throw new UsageError(`revision ${written} holds no register in this folder`, 'name a later one, or a day')
  return { day: commit.day, said: `revision ${commit.id.slice(0, 8)} of ${sayDay(commit.day)}`, before }
}

async function stateAt(root: string, { id }: Commit, asOf: Day): Promise<Since['before']> {
  const register = await readRegisterAt(root, id)
  return register && { register, policy: answerPolicy(register, asOf), asOf }
}

/** The last day of what was written, so that `2018-10` means the end of October. */
function dayOf(written: string): Day {
  if (isDay(written)) return written
  const read = parseInexactDay(written)
  if (!('kind' in read)) return read.last
  if (read.kind !== 'unknown') {
    const { message, hint } = dayTrouble(written, read)
    throw new UsageError(message, hint)
  }
  throw new UsageError(
    `"${written}" is neither a day nor a revision of git`,
    'write a day, such as 2018-10-31, or a commit, branch or tag',
  )
}
