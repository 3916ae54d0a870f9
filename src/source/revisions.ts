import type { Day } from '../model/day.js'
import { nearest } from '../model/nearest.js'
import { UsageError } from '../model/usage-error.js'
import { fetchCommand, fetchedInto, remoteOf } from './fetching.js'
import { answerOf, askGit, git } from './run-git.js'

/** What git knows of a folder. */
export interface Revision {
  /** The commit, shortened. */
  readonly commit: string
  /** The calendar day of the commit's author, where they were. */
  readonly day: Day
  /** True when files of the folder differ from the commit. */
  readonly changed: boolean
}

/** The commit that a folder stands at; undefined without git, a repository or a commit. */
export async function revisionOf(folder: string): Promise<Revision | undefined> {
  try {
    const [head, status] = await Promise.all([
      git(folder, 'log', '-1', '--abbrev=8', '--format=%h %ad', '--date=short', 'HEAD', '--'),
      git(folder, 'status', '--porcelain', '--untracked-files=normal', '--', '.'),
    ])
    const [commit, day] = head.trim().split(' ')
    return commit === undefined || day === undefined ? undefined : { commit, day, changed: status !== '' }
  } catch {
    return undefined
  }
}

/** A commit that was named, as git resolves it. */
export interface Commit {
  readonly id: string
  /** The calendar day of its author, where they were. */
  readonly day: Day
}

/** A commit's id as people read it. */
export const shortId = ({ id }: Pick<Commit, 'id'>): string => id.slice(0, 8)

/**
 * The commit that a revision names (`main`, `v1`, `HEAD~3`).
 * @throws UsageError when it names none, or could name several, with the way out
 */
export async function commitNamed(folder: string, revision: string): Promise<Commit> {
  if (revision.startsWith('-'))
    throw new UsageError(`"${revision}" is no revision: none begins with a hyphen`, 'name a commit, branch or tag')
  const answer = await askGit(folder, 'rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`)
  if (!('out' in answer)) throw await notNamed(folder, revision, answer)
  const id = OBJECT_ID.exec(answer.out)?.[0]
  if (id === undefined) throw await notNamed(folder, revision, { code: 128, words: '' }) // `^HEAD` is a range
  await refuseTwoMeanings(folder, revision)
  return { id, day: (await git(folder, 'log', '-1', '--format=%ad', '--date=short', id, '--')).trim() }
}

/** Does a word name a commit? */
export const isRevision = async (folder: string, word: string): Promise<boolean> =>
  (await answerOf(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${word}^{commit}`)) !== undefined

/** Is a folder in a repository that has no commit yet? */
export async function hasNoCommit(folder: string): Promise<boolean> {
  return (
    (await answerOf(folder, 'symbolic-ref', '--quiet', 'HEAD')) !== undefined && !(await isRevision(folder, 'HEAD'))
  )
}

const OBJECT_ID = /^[0-9a-f]{40,64}$/

/** A branch and a tag of one name: git takes the tag, and the branch may have been meant. */
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
      'write the whole name of the one that is meant',
    )
}

async function notNamed(
  folder: string,
  revision: string,
  why: { code: number | string; words: string },
): Promise<UsageError> {
  const refusal = refusalOf(folder, why)
  if (refusal !== undefined) return refusal
  if (/is ambiguous/.test(why.words)) {
    const commits = [...why.words.matchAll(/([0-9a-f]{4,}) commit/g)].map((it) => it[1]!)
    return new UsageError(
      `"${revision}" could be ${commits.length === 0 ? 'several commits' : `any of ${commits.join(', ')}`}`,
      'write more of it',
    )
  }
  if (/\.\.|^\^|\^[!@]|\^-/.test(revision))
    return new UsageError(`"${revision}" names a range of commits, and one is expected`, 'name a commit, branch or tag')
  return notHere(folder, revision)
}

/** A revision that is not in the clone: it was not fetched, or is misspelt. */
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
    const names = branches.map((it) => it.slice(remote.length + 1)) // what all begin with makes none of them near
    const meant = nearest(revision.slice(remote.length + 1), names)
    return new UsageError(known, meant ? `did you mean ${remote}/${meant}?` : fetchCommand(revision, fetched))
  }
  const meant = nearest(revision, await namesIn(folder))
  return new UsageError(known, meant ? `did you mean ${meant}?` : 'name a commit, branch or tag')
}

/** Branches and tags, without what only stands for one of them (`origin/HEAD`). */
async function namesIn(folder: string): Promise<string[]> {
  const refs = await answerOf(folder, 'for-each-ref', '--format=%(refname)', 'refs/heads', 'refs/tags', 'refs/remotes')
  const names = (refs ?? '').split('\n').filter((it) => it !== '' && !/^refs\/remotes\/.*\/HEAD$/.test(it))
  return names.map((it) => it.replace(/^refs\/\w+\//, ''))
}

/** Why git could not be asked at all; undefined where it could. */
function refusalOf(folder: string, { code, words }: { code: number | string; words: string }): UsageError | undefined {
  if (code === 'ENOENT')
    return new UsageError('git is not installed, and it keeps the revisions', 'compare two folders instead')
  if (/dubious ownership/.test(words))
    return new UsageError(
      `git does not trust ${folder}, which belongs to another user`,
      `git config --global --add safe.directory ${folder}`,
    )
  if (/not a git repository/.test(words))
    return new UsageError(`${folder} is in no git repository, so it has no revisions`, 'compare two folders instead')
  return undefined
}

/** The last commit of a branch that was made on a day or before; undefined when there is none, or no git. */
export async function commitBefore(folder: string, day: Day, from = 'HEAD'): Promise<Commit | undefined> {
  // by the author's own calendar, as everywhere; the order is git's, as rebased commits keep their authors' days
  const all = await answerOf(folder, 'log', '--first-parent', '--format=%H %ad', '--date=short', from, '--')
  const commits = (all ?? '').split('\n').map((line) => line.split(' ') as [string, Day])
  const found = commits.find(([id, made]) => id !== '' && made <= day)
  return found && { id: found[0], day: found[1] }
}

/**
 * The commit at which two lines of work parted.
 * @throws UsageError where they have none in common, or it was not fetched
 */
export async function mergeBase(folder: string, one: string, other: string): Promise<Commit> {
  const [a, b] = [await commitNamed(folder, one), await commitNamed(folder, other)]
  const id = await answerOf(folder, 'merge-base', a.id, b.id)
  if (id !== undefined) return commitNamed(folder, id.split('\n')[0]!)
  const fetched = await fetchedInto(folder)
  if (fetched.isShallow)
    throw new UsageError(
      `where ${other} parted from ${one} was not fetched, as this clone is shallow`,
      fetchCommand('HEAD', fetched), // the commit may be on any branch
    )
  throw new UsageError(`${one} and ${other} have no commit in common`, 'name the revision to compare with')
}

/**
 * The branch that changes are proposed for, as CI names it, as the clone has it, or by its usual name.
 * @param asked what CI says, such as GITHUB_BASE_REF
 * @throws UsageError when there is none, or no repository
 */
export async function mainBranch(folder: string, asked: string | undefined): Promise<string> {
  const here = await askGit(folder, 'rev-parse', '--git-dir')
  if (!('out' in here))
    throw refusalOf(folder, here) ?? new UsageError(`git cannot read ${folder}: ${here.words.trim()}`)
  const remote = (await remoteOf(folder)) ?? 'origin'
  if (asked !== undefined) return `${remote}/${asked}`
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
