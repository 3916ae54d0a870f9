import { UsageError } from '../model/usage-error.js'
import { someOf } from '../model/words.js'
import { GitRefusal, type GitProblem } from '../source/git-refusal.js'
import { findRepository } from '../source/repository.js'
import { headOf, shortId } from '../source/revisions.js'
import { uncommittedIn, type Uncommitted } from '../source/uncommitted.js'
import type { Opened } from './open-register.js'

/** Which state of its history a register is in, as a paper says what it was made of; why not, where git does not tell. */
export async function formatRevision(opened: Opened): Promise<string> {
  if (opened.commit !== undefined) return `revision ${shortId(opened.commit)}`
  if (findRepository(opened.root) === undefined) return 'not under version control'
  try {
    const head = await headOf(opened.root)
    if (head === undefined) return 'not under version control'
    const files = new Map([...opened.register.files.values()].map((it) => [it.file, it.bytes] as const))
    return `revision ${shortId(head)}${describeUncommitted(await uncommittedIn(opened.root, ownOf(files), head))}`
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return `revision not known, as ${WHY[error instanceof GitRefusal ? error.problem : 'not-readable']}`
  }
}

/** A paper names no folders of the machine that it is made on. */
const WHY: Readonly<Record<GitProblem, string>> = {
  'no-git': 'git is not installed',
  'no-repository': 'git finds no repository',
  'not-trusted': 'git does not trust its folder',
  'not-readable': 'git cannot read its repository',
}

/** Without the policies that the tool brings. */
const ownOf = (files: ReadonlyMap<string, Uint8Array | undefined>) =>
  new Map([...files].filter(([file]) => !file.startsWith('policies/')))

function describeUncommitted({ isChanged, filtered, repositories }: Uncommitted): string {
  if (isChanged) return ' with changes that are not committed'
  const untold = [
    ...(filtered.length === 0 ? [] : [`${someOf(filtered)} cannot be compared with it without running a filter`]),
    ...(repositories.length === 0 ? [] : [`it does not hold the files of ${someOf(repositories)}`]),
  ]
  return untold.length === 0 ? '' : ` (${untold.join('; ')})`
}
