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

/** Runs git on a folder without waiting for locks, and without settings that start programs or add lines. */
async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const settings = ['-c', 'core.fsmonitor=false', '-c', 'log.showSignature=false', '-c', 'color.ui=false']
  // a hook is run with these set; they would lead git to another folder than the one asked about
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...env } = process.env
  const { stdout } = await promisify(execFile)('git', ['-C', folder, '--no-pager', ...settings, ...args], {
    env: { ...env, GIT_OPTIONAL_LOCKS: '0' },
    maxBuffer: 64 * 1024 * 1024,
    encoding: 'utf8',
  })
  return stdout
}
