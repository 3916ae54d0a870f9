import { answerOf } from './run-git.js'

/** What a clone has fetched, and from which remote. */
interface Fetched {
  /** The remote to fetch from: origin, or the only one. */
  readonly remote: string | undefined
  /** Does it lack earlier commits? */
  readonly isShallow: boolean
  /** Does a fetch get only some branches? */
  readonly isPartOfBranches: boolean
  /** Branches of the remote that are here, such as `origin/main`. */
  readonly branches: readonly string[]
}

/** Looks at how a repository was cloned. */
export async function fetchedInto(folder: string): Promise<Fetched> {
  const remote = await remoteOf(folder)
  const isShallow = (await answerOf(folder, 'rev-parse', '--is-shallow-repository')) === 'true'
  if (remote === undefined) return { remote, isShallow, isPartOfBranches: false, branches: [] }
  const refspecs = linesOf(await answerOf(folder, 'config', '--get-all', `remote.${remote}.fetch`))
  const branches = linesOf(await answerOf(folder, 'for-each-ref', '--format=%(refname)', `refs/remotes/${remote}/`))
  return {
    remote,
    isShallow,
    isPartOfBranches: refspecs.length > 0 && !refspecs.some((it) => /^\+?refs\/(?:heads\/)?\*:/.test(it)),
    branches: branches.filter((it) => !it.endsWith('/HEAD')).map((it) => it.slice('refs/remotes/'.length)),
  }
}

/** The remote that changes are proposed at: origin, or the only one. */
export async function remoteOf(folder: string): Promise<string | undefined> {
  const remotes = linesOf(await answerOf(folder, 'remote')).filter((it) => PLAIN.test(it))
  return remotes.includes('origin') ? 'origin' : remotes.length === 1 ? remotes[0] : undefined
}

/**
 * The command that fetches a revision that a clone lacks: the branch of that name, or else every branch and tag, as a commit
 * may be on any of them.
 */
export function fetchCommand(revision: string, { remote = 'origin', isShallow }: Fetched): string {
  const fetch = `git fetch ${isShallow ? '--unshallow ' : ''}`
  const name = revision.replace(/[~^@].*$/, '')
  if (!PLAIN.test(name) || OF_NO_BRANCH.test(name))
    return `${fetch}--tags ${remote} "+refs/heads/*:refs/remotes/${remote}/*"`
  const short = name.replace(/^refs\/(?:heads|remotes)\//, '')
  const isTracked = short.startsWith(`${remote}/`)
  const branch = isTracked ? short.slice(remote.length + 1) : short
  return `${fetch}${remote} +refs/heads/${branch}:refs/${isTracked ? `remotes/${remote}` : 'heads'}/${branch}`
}

/** Without characters that a shell would interpret. */
const PLAIN = /^[\w./][\w./-]*$/
/** Most likely a tag or a commit, not a branch. */
const OF_NO_BRANCH = /^(?:HEAD$|refs\/tags\/|v?\d|[0-9a-f]{7,}$)/

const linesOf = (text: string | undefined): string[] => (text ?? '').split('\n').filter((it) => it !== '')
