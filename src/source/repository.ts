import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { delimiter, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

/** A repository of git, as the file system shows it: to find it, git is not started. */
export interface Repository {
  /** The folder that is checked out, a real path; of a bare repository the repository itself. */
  readonly top: string
  /** Where git keeps what it knows of this checkout: `.git`, or where that leads, of a worktree or a submodule. */
  readonly gitFolder: string
  readonly isBare: boolean
}

/**
 * The repository that a folder lies in, whether or not the folder is there still.
 *
 * A folder that looks like a bare repository is taken for one only where no checkout lies above: in a clone it is made of
 * files that somebody committed, and its settings are theirs.
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

/** The real path of a folder, or of the nearest above it that is there. */
function realAbove(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return dirname(folder) === folder ? folder : realAbove(dirname(folder))
  }
}

/** A folder and those above it, as far as git would look. */
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

/** Where a `.git` leads: it is the folder itself, or a file that names it. */
function gitFolderAt(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.isDirectory()) return isGitFolder(path) ? path : undefined
  if (!stats?.isFile() || stats.size > MOST_BYTES) return undefined
  const named = /^gitdir: (.+?)\s*$/.exec(readFileSync(path, 'utf8'))?.[1]
  const folder = named === undefined ? undefined : resolve(dirname(path), named)
  return folder !== undefined && isGitFolder(folder) ? folder : undefined
}

/** A file `.git` holds one path. */
const MOST_BYTES = 1024 * 1024

/** What git asks of a folder to take it for a repository, or for what a worktree keeps of its own. */
const isGitFolder = (folder: string): boolean =>
  isThere(folder, 'HEAD') && (isThere(folder, 'commondir') || (isThere(folder, 'objects') && isThere(folder, 'refs')))

const isThere = (...path: string[]) => lstatSync(join(...path), { throwIfNoEntry: false }) !== undefined
