import { parseInexactDay, sayDay, type Day } from '../model/day.js'
import { dayTrouble } from '../model/field-trouble.js'
import { UsageError } from '../model/usage-error.js'
import { answerPolicy } from '../policy/answers.js'
import type { Since } from '../reports/paper.js'
import { commitBefore, commitOf, type Commit } from '../source/git.js'
import { readRegisterAt } from '../source/read-register.js'
import type { Opened } from './open-register.js'

/**
 * The state of a register that changes are counted from: a day, or a revision of git. A day before the history begins,
 * or without git, leaves only what dated entries tell.
 * @param asOf the day of the paper: what was there before it is judged as of a day that is not after it
 * @throws UsageError when it is neither a day nor a revision that holds the register, or a day after the paper's
 */
export async function sinceOf({ root }: Opened, written: string, asOf: Day): Promise<Since> {
  const day = dayOf(written)
  if (day === undefined) return revision(root, written, asOf)
  if (day > asOf)
    throw new UsageError(`${sayDay(day)} is after the day of the paper, ${sayDay(asOf)}`, 'name an earlier day')
  const before = await commitBefore(root, day)
  return { day, said: sayDay(day), before: before && (await stateAt(root, before, day)) }
}

async function revision(root: string, written: string, asOf: Day): Promise<Since> {
  const commit = await commitOf(root, written)
  if (commit === undefined)
    throw new UsageError(
      `"${written}" is neither a day nor a revision of git`,
      'write a day, such as 2018-10-31, or a commit, branch or tag',
    )
  const day = commit.day < asOf ? commit.day : asOf
  const before = await stateAt(root, commit, day)
  if (before === undefined)
    throw new UsageError(`revision ${written} holds no register in this folder`, 'name a later one, or a day')
  return { day, said: `revision ${commit.id.slice(0, 8)} of ${sayDay(commit.day)}`, before }
}

async function stateAt(root: string, { id }: Commit, asOf: Day): Promise<Since['before']> {
  const register = await readRegisterAt(root, id)
  return register && { register, policy: answerPolicy(register, asOf), asOf }
}

/** The last day of what was written, so that `2018-10` means the end of October; undefined for what is no day at all. */
function dayOf(written: string): Day | undefined {
  const read = parseInexactDay(written)
  if (!('kind' in read)) return read.last
  if (read.kind === 'unknown') return undefined
  const { message, hint } = dayTrouble(written, read, false)
  throw new UsageError(message, hint)
}
