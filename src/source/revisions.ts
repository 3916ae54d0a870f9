import { nearest, didYouMean } from '../model/nearest.js'
import { UsageError } from '../model/usage-error.js'
import { fetchCommand, fetchedInto, remoteOf } from './fetching.js'
import { refusalIn } from './git-refusal.js'
import { answerOf, askGit, git, GitFailure } from './run-git.js'

/** A commit. */
export interface Commit {
  readonly id: string
  /**
   * When it was committed, in seconds since 1970. The author's time is not used: a rebased, picked or amended commit keeps
   * it, although its content may be later.
   */
  readonly committed: number
}

/** A hint where git cannot provide the two states to compare. */
export const TWO_FOLDERS = 'compare two folders instead: partners diff ./EARLIER ./LATER'

/** A commit's id in short. */
export const shortId = ({ id }: Pick<Commit, 'id'>): string => id.slice(0, 8)

/**
 * The present commit of a folder's repository; undefined where there is none yet.
 * @param instead the hint where there is no git, or no repository
 * @throws UsageError where git cannot answer
 */
export async function headOf(folder: string, instead?: string): Promise<Commit | undefined> {
  const listed = await askGit(folder, ...ONE, 'HEAD', '--')
  if (!(listed instanceof GitFailure)) return commitsIn(listed)[0]
  const refusal = await refusalIn(folder, instead)
  if (refusal !== undefined) throw refusal
  return undefined
}

/**
 * The commit that a revision names (`main`, `v1`, `HEAD~3`).
 * @param instead the hint where there is no git, or no repository
 * @throws UsageError when it names none, or could name several
 */
export async function commitNamed(folder: string, revision: string, instead?: string): Promise<Commit> {
  if (revision.startsWith('-'))
    throw new UsageError(`"${revision}" is not a revision: none begins with a hyphen`, 'name a commit, branch or tag')
  const answer = await askGit(folder, 'rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`)
  if (answer instanceof GitFailure) throw await notNamed(folder, revision, answer, instead)
  const id = OBJECT_ID.exec(answer)?.[0]
  if (id === undefined) throw await notNamed(folder, revision) // `^HEAD` is a range
  await refuseTwoMeanings(folder, revision)
  return commitOf(folder, id)
}

const commitOf = async (folder: string, id: string): Promise<Commit> =>
  commitsIn(await git(folder, ...ONE, id, '--'))[0]!

const ONE = ['rev-list', '--max-count=1', '--timestamp']

/** Reads what `rev-list --timestamp` prints. */
const commitsIn = (listed: string): Commit[] =>
  [...listed.matchAll(/^(\d+) ([0-9a-f]+)$/gm)].map(([, committed, id]) => ({ id: id!, committed: Number(committed) }))

/** Does a word name a commit? */
export const isRevision = async (folder: string, word: string): Promise<boolean> =>
  (await answerOf(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${word}^{commit}`)) !== undefined

/** Is a folder in a repository that has no commit yet? */
export async function hasNoCommit(folder: string): Promise<boolean> {
  const branch = await answerOf(folder, 'symbolic-ref', '--quiet', 'HEAD')
  // a branch that exists but leads to nothing is damaged, not new
  return branch !== undefined && (await answerOf(folder, 'rev-parse', '--verify', '--quiet', branch)) === undefined
}

const OBJECT_ID = /^[0-9a-f]{40,64}$/

/** Where a branch and a tag have the same name, git takes the tag, although the branch may have been meant. */
async function refuseTwoMeanings(folder: string, revision: string): Promise<void> {
  const kinds = ['refs/heads', 'refs/tags', 'refs/remotes']
  const listed = await answerOf(
    folder,
    'for-each-ref',
    '--format=%(refname)',
    ...kinds.map((it) => `${it}/${revision}`),
  )
  const refs = (listed ?? '').split('\n').filter((it) => kinds.some((kind) => it === `${kind}/${revision}`))
  if (refs.length > 1)
    throw new UsageError(
      `"${revision}" names ${refs.length} things: ${refs.join(' and ')}`,
      'write the full name of the one you mean',
    )
}

async function notNamed(folder: string, revision: string, failure?: GitFailure, instead?: string): Promise<UsageError> {
  const refusal = failure && (await refusalIn(folder, instead))
  if (refusal !== undefined) return refusal
  const words = failure?.words ?? ''
  if (/is ambiguous/.test(words)) {
    const commits = [...words.matchAll(/([0-9a-f]{4,}) commit/g)].map((it) => it[1]!)
    return new UsageError(
      `"${revision}" could be ${commits.length === 0 ? 'several commits' : `any of ${commits.join(', ')}`}`,
      'write more of it',
    )
  }
  if (/\.\.|^\^|\^[!@]|\^-/.test(revision))
    return new UsageError(`"${revision}" names a range of commits, and one is expected`, 'name a commit, branch or tag')
  return notHere(folder, revision)
}

/** The error for a revision that is not in the clone: it was not fetched, or is misspelt. */
async function notHere(folder: string, revision: string): Promise<UsageError> {
  const known = `there is no revision "${revision}" in this repository`
  const fetched = await fetchedInto(folder)
  const { remote, isShallow, isPartOfBranches, branches } = fetched
  const tracked = `${remote}/${revision}`
  if (branches.includes(tracked)) return new UsageError(known, `did you mean ${tracked}?`)
  if (isShallow || isPartOfBranches) {
    const part = isShallow ? 'only the newest commits' : 'only some branches'
    return new UsageError(`${known}, of which ${part} were fetched`, fetchCommand(revision, fetched))
  }
  if (remote !== undefined && revision.startsWith(`${remote}/`)) {
    const names = branches.map((it) => it.slice(remote.length + 1)) // without the remote, which they share
    const meant = nearest(revision.slice(remote.length + 1), names)
    return new UsageError(known, meant ? `did you mean ${remote}/${meant}?` : fetchCommand(revision, fetched))
  }
  return new UsageError(known, didYouMean(revision, await namesIn(folder), 'name a commit, branch or tag'))
}

/** Branches and tags, without references to one of them such as `origin/HEAD`. */
async function namesIn(folder: string): Promise<string[]> {
  const refs = await answerOf(folder, 'for-each-ref', '--format=%(refname)', 'refs/heads', 'refs/tags', 'refs/remotes')
  const names = (refs ?? '').split('\n').filter((it) => it !== '' && !/^refs\/remotes\/.*\/HEAD$/.test(it))
  return names.map((it) => it.replace(/^refs\/\w+\//, ''))
}

/**
 * The last commit of a branch that is early enough; undefined where the history starts later, as in a shallow clone, or
 * there is none. The order is that of the branch, as the clocks of committers differ.
 * @throws UsageError where git cannot answer
 */
export async function commitBefore(
  folder: string,
  isInTime: (commit: Commit) => boolean,
  from = 'HEAD',
): Promise<Commit | undefined> {
  const listed = await askGit(folder, 'rev-list', '--first-parent', '--timestamp', from, '--')
  if (listed instanceof GitFailure) {
    const refusal = await refusalIn(folder)
    if (refusal !== undefined && refusal.problem !== 'no-repository') throw refusal
    return undefined
  }
  return commitsIn(listed).find(isInTime)
}

/**
 * The commit at which two branches diverged.
 * @throws UsageError where they have no commit in common, or it was not fetched
 */
export async function mergeBase(folder: string, one: string, other: string): Promise<Commit> {
  const [a, b] = [await commitNamed(folder, one, TWO_FOLDERS), await commitNamed(folder, other, TWO_FOLDERS)]
  const id = await answerOf(folder, 'merge-base', a.id, b.id)
  if (id !== undefined) return commitNamed(folder, id.split('\n')[0]!)
  const fetched = await fetchedInto(folder)
  if (fetched.isShallow)
    throw new UsageError(
      `the commit at which ${other} diverged from ${one} was not fetched, as this clone is shallow`,
      fetchCommand('HEAD', fetched), // the commit may be on any branch
    )
  throw new UsageError(`${one} and ${other} have no commit in common`, 'name the revision to compare with')
}

/**
 * The branch that changes are proposed for: as CI names it, as the clone has it, or by its usual name.
 * @param requested the branch named by CI, such as in GITHUB_BASE_REF
 * @throws UsageError when there is none, or no repository
 */
export async function mainBranch(folder: string, requested: string | undefined): Promise<string> {
  const refusal = await refusalIn(folder, TWO_FOLDERS)
  if (refusal !== undefined) throw refusal
  const remote = (await remoteOf(folder)) ?? 'origin'
  if (requested !== undefined) return `${remote}/${requested}`
  if ((await answerOf(folder, 'rev-parse', '--verify', '--quiet', 'HEAD')) === undefined)
    throw new UsageError('the repository has no commit yet', 'commit the register first')
  const head = await answerOf(folder, 'symbolic-ref', '--quiet', '--short', `refs/remotes/${remote}/HEAD`)
  const configured = await answerOf(folder, 'config', 'init.defaultBranch')
  const usual = ['main', 'master', ...(configured === undefined ? [] : [configured])]
  const names = [...(head === undefined ? [] : [head]), `${remote}/main`, `${remote}/master`, ...usual]
  for (const name of names) if (await isRevision(folder, name)) return name
  const fetched = await fetchedInto(folder)
  const isPart = fetched.isShallow || fetched.isPartOfBranches
  throw isPart && fetched.branches.length < 2
    ? new UsageError('this clone has no branch main or master, as not all was fetched', fetchCommand('HEAD', fetched))
    : new UsageError('the repository has no branch main or master', 'name what to compare with: partners diff REVISION')
}
