import { lstatSync, readFileSync, realpathSync, statSync, existsSync } from 'node:fs'
import { delimiter, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

/** A git repository, found in the file system without starting git. */
export interface Repository {
  /** The real path of the checkout, or of the bare repository itself. */
  readonly top: string
  /** The git folder of this checkout: `.git`, or where that file leads in a worktree or submodule. */
  readonly gitFolder: string
  readonly isBare: boolean
}

/**
 * The repository that a folder is in, whether or not the folder still exists.
 *
 * A folder that looks like a bare repository is taken for one only outside of any checkout: inside one, its files may have
 * been committed by anybody, and its settings would be theirs.
 */
export function findRepository(folder: string): Repository | undefined {
  let bare: Repository | undefined
  for (const at of upFrom(realAbove(resolve(folder)))) {
    const gitFolder = gitFolderAt(join(at, '.git'))
    if (gitFolder !== undefined) return { top: at, gitFolder, isBare: false }
    if (isGitFolder(at)) bare ??= { top: at, gitFolder: at, isBare: true }
  }
  return bare
}

/** The place of a folder below the top of its repository: empty, or beginning with /, with / between. */
export function placeBelow({ top }: Repository, folder: string): string {
  const below = relative(top, realAbove(resolve(folder)))
    .split(sep)
    .join('/')
  return below === '' ? '' : `/${below}`
}

/** The real path of a folder, or of its nearest existing parent. */
function realAbove(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return dirname(folder) === folder ? folder : realAbove(dirname(folder))
  }
}

/** A folder and its parents, as far up as git would look. */
function* upFrom(folder: string): Generator<string> {
  const ceilings = new Set(
    (process.env['GIT_CEILING_DIRECTORIES'] ?? '').split(delimiter).filter(isAbsolute).map(realAbove),
  )
  yield folder
  for (let at = folder; at !== dirname(at);) {
    at = dirname(at)
    if (ceilings.has(at)) return
    yield at
  }
}

/** The git folder of a `.git`, which is the folder itself or a file that names it. */
function gitFolderAt(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.isDirectory()) return isGitFolder(path) ? path : undefined
  if (!stats?.isFile() || stats.size > MOST_BYTES) return undefined
  const named = /^gitdir: (.+?)\s*$/.exec(readFileSync(path, 'utf8'))?.[1]
  const folder = named === undefined ? undefined : resolve(dirname(path), named)
  return folder !== undefined && isGitFolder(folder) ? folder : undefined
}

/** A `.git` file has one path. */
const MOST_BYTES = 1024 * 1024

/** Does a folder have what git requires of a repository, or of the git folder of a worktree? */
const isGitFolder = (folder: string): boolean =>
  isThere(folder, 'HEAD') && (isThere(folder, 'commondir') || (isThere(folder, 'objects') && isThere(folder, 'refs')))

const isThere = (...path: string[]) => lstatSync(join(...path), { throwIfNoEntry: false }) !== undefined

/** A merge, rebase or the like that is in progress, and how to finish or abandon it; undefined where there is none. */
export function unfinishedWork(folder: string): { readonly what: string; readonly way: string } | undefined {
  const repository = findRepository(folder)
  return repository && WORK.find(({ sign }) => existsSync(join(repository.gitFolder, sign)))
}

const REBASE = {
  what: 'a rebase',
  way: 'finish it with git rebase --continue, or abandon it with git rebase --abort',
} as const

const WORK = [
  { sign: 'MERGE_HEAD', what: 'a merge', way: 'finish it with git commit, or abandon it with git merge --abort' },
  { sign: 'rebase-merge', ...REBASE },
  { sign: 'rebase-apply', ...REBASE },
  {
    sign: 'CHERRY_PICK_HEAD',
    what: 'a cherry-pick',
    way: 'finish it with git cherry-pick --continue, or abandon it with --abort',
  },
  { sign: 'REVERT_HEAD', what: 'a revert', way: 'finish it with git revert --continue, or abandon it with --abort' },
] as const
