import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Day } from '../model/day.js'

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
  readonly day: Day
}

/**
 * The commit that a revision names (`main`, `v1`, `HEAD~3`); undefined when there is none. A name that looks like an
 * option is a name all the same.
 */
export async function commitOf(folder: string, revision: string): Promise<Commit | undefined> {
  try {
    const id = await git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)
    return OBJECT_ID.test(id.trim()) ? await describeCommit(folder, id.trim()) : undefined // `^HEAD` is a range
  } catch {
    return undefined
  }
}

const OBJECT_ID = /^[0-9a-f]{40,64}$/

/** The last commit of the folder's branch that was made on a day or before; undefined when there is none, or no git. */
export async function commitBefore(folder: string, day: Day): Promise<Commit | undefined> {
  try {
    // by the author's own calendar, as everywhere; the order is git's, as rebased commits keep their authors' days
    const all = await git(folder, 'log', '--first-parent', '--format=%H %ad', '--date=short', 'HEAD', '--')
    const commits = all
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, Day])
    const found = commits.find(([, made]) => made <= day)
    return found && { id: found[0], day: found[1] }
  } catch {
    return undefined
  }
}

async function describeCommit(folder: string, id: string): Promise<Commit> {
  const day = (await git(folder, 'log', '-1', '--format=%ad', '--date=short', id, '--')).trim()
  return { id, day }
}

/** A file of a commit: path from the folder, and its bytes; undefined bytes for a link or a submodule. */
export interface CommittedFile {
  readonly path: string
  readonly bytes: Uint8Array | undefined
}

/** The files below a folder as they stood at a commit, in one call of git whatever their number. */
export async function filesAt(folder: string, commit: string): Promise<CommittedFile[]> {
  const listed = await git(folder, 'ls-tree', '-r', '-z', commit, '--', '.')
  const entries = listed
    .split('\0')
    .filter((it) => it !== '')
    .map((it) => /^(\d+) (\w+) ([0-9a-f]+)\t([\s\S]*)$/.exec(it)!)
    .map(([, mode, , id, path]) => ({ path: path!, id: id!, isFile: mode === '100644' || mode === '100755' }))
  const blobs = await blobsOf(folder, [...new Set(entries.filter((it) => it.isFile).map((it) => it.id))])
  return entries.map(({ path, id, isFile }) => ({ path, bytes: isFile ? blobs.get(id) : undefined }))
}

/** Contents of blobs by their ids. */
async function blobsOf(folder: string, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  if (ids.length === 0) return found
  const output = await gitWithInput(folder, `${ids.join('\n')}\n`, 'cat-file', '--batch')
  for (let at = 0; at < output.length;) {
    const lineEnd = output.indexOf(10, at)
    const [id, type, size] = output.toString('utf8', at, lineEnd).split(' ')
    const length = type === 'blob' ? Number(size) : 0
    if (type === 'blob') found.set(id!, output.subarray(lineEnd + 1, lineEnd + 1 + length))
    at = lineEnd + 1 + length + (type === 'blob' ? 1 : 0)
  }
  return found
}

/** Runs git on a folder without waiting for locks, and without settings that start programs or add lines. */
async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', argumentsOf(folder, args), { ...OPTIONS, env: environment() })
  return stdout
}

function gitWithInput(folder: string, input: string, ...args: readonly string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { ...OPTIONS, encoding: 'buffer' as const, env: environment() }
    const child = execFile('git', argumentsOf(folder, args), options, (error, stdout) =>
      error === null ? resolve(stdout) : reject(error),
    )
    child.stdin!.on('error', reject)
    child.stdin!.end(input)
  })
}

const OPTIONS = { maxBuffer: 256 * 1024 * 1024, encoding: 'utf8' } as const
const SETTINGS = ['-c', 'core.fsmonitor=false', '-c', 'log.showSignature=false', '-c', 'color.ui=false']
const argumentsOf = (folder: string, args: readonly string[]) => ['-C', folder, '--no-pager', ...SETTINGS, ...args]

function environment(): NodeJS.ProcessEnv {
  // a hook is run with these set; they would lead git to another folder than the one asked about
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...env } = process.env
  return { ...env, GIT_OPTIONAL_LOCKS: '0' }
}
