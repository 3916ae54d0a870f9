import { someOf } from '../model/words.js'
import { UsageError } from '../model/usage-error.js'
import { GitRefusal, type GitProblem } from '../source/git-refusal.js'
import { findRepository } from '../source/repository.js'
import { headOf, shortId, type Commit } from '../source/revisions.js'
import { uncommittedIn, type Uncommitted } from '../source/uncommitted.js'
import type { Opened } from './open-register.js'

/** The revision of a register, as a paper states its source: in short, and with its whole id. */
export interface Revision {
  readonly short: string
  readonly whole: string
}

const NO_REVISION = same('not under version control')

function same(text: string): Revision {
  return { short: text, whole: text }
}

/** The revision that a register was read from; if git does not answer, the reason. */
export async function revisionOf(opened: Opened): Promise<Revision> {
  if (opened.commit !== undefined) return formatRevision(opened.commit)
  if (findRepository(opened.root) === undefined) return NO_REVISION
  try {
    const head = await headOf(opened.root)
    if (head === undefined) return NO_REVISION
    // without the policies that come with the tool
    const own = [...opened.register.files.values()].filter(({ file }) => !file.startsWith('policies/'))
    const files = new Map(own.map(({ file, bytes }) => [file, bytes]))
    return formatRevision(head, describeUncommitted(await uncommittedIn(opened.root, files, head)))
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return same(`revision not known, as ${WHY[error instanceof GitRefusal ? error.problem : 'not-readable']}`)
  }
}

const formatRevision = (commit: Commit, besides = ''): Revision => ({
  short: `revision ${shortId(commit)}${besides}`,
  whole: `revision ${commit.id}${besides}`,
})

/** Reasons without names of folders, as these do not belong in a paper. */
const WHY: Readonly<Record<GitProblem, string>> = {
  'no-git': 'git is not installed',
  'no-repository': 'git finds no repository',
  'not-trusted': 'git does not trust its folder',
  'not-readable': 'git cannot read its repository',
}

function describeUncommitted({ isChanged, filtered, repositories }: Uncommitted): string {
  if (isChanged) return ' with changes that are not committed'
  const gaps = [
    ...(filtered.length === 0 ? [] : [`${someOf(filtered)} cannot be compared with it without running a filter`]),
    ...(repositories.length === 0 ? [] : [`it does not hold the files of ${someOf(repositories)}`]),
  ]
  return gaps.length === 0 ? '' : ` (${gaps.join('; ')})`
}
