import { existsSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { UsageError } from '../model/usage-error.js'
import { findRegister } from '../source/find-register.js'
import { isRevision, mainBranch, mergeBase, shortId } from '../source/revisions.js'
import { folderOf, noRegister, openCommit, openFolder, openRevision, rootOf, type Opened } from './open-register.js'
import type { Ports } from './ports.js'

/** One of the two states of a register that are compared, and what it is called. */
export interface Side extends Opened {
  /** `main (1a2b3c4d)`, `the working tree`, or a folder. */
  readonly said: string
}

/** The two states that a command line names, the earlier first. */
export interface Sides {
  readonly before: Side
  readonly after: Side
}

/**
 * Opens the two states that are compared: `A..B`, `A...B` (since B parted from A), `A B`, two folders, a revision or folder
 * and the working tree; without a word, where the work parted from the main branch, and the working tree.
 * @throws UsageError when one of them is neither a folder with a register nor a revision
 */
export async function openSides(ports: Ports, words: readonly string[], option: string | undefined): Promise<Sides> {
  const named = namedSides(ports, words)
  const folder = folderOf(ports, option)
  for (const word of [named.before, named.after]) await refuseTwoMeanings(ports, folder, word)
  const after = await openAfter(ports, named.after, option, folder)
  const known = [...after.register.files.keys()]
  if (named.before !== undefined && isFolder(ports, named.before))
    return { before: await openAt(ports, named.before), after }
  const commit = named.parted
    ? await mergeBase(folder, named.before ?? (await mainBranch(folder, baseOfCi(ports))), named.after ?? 'HEAD')
    : undefined
  const written = named.before ?? 'where it parted from the main branch'
  const opened =
    commit === undefined
      ? await openRevision(ports, folder, written, known)
      : await openCommit(ports, folder, commit, shortId(commit), known)
  return { before: { ...opened, said: sayRevision(named.before, opened) }, after }
}

async function openAfter(
  ports: Ports,
  written: string | undefined,
  option: string | undefined,
  folder: string,
): Promise<Side> {
  if (written === undefined) {
    const root = rootOf(ports, option)
    if (root === undefined) throw noRegister()
    return { ...(await openFolder(ports, root)), said: 'the working tree' }
  }
  if (isFolder(ports, written)) return openAt(ports, written)
  const opened = await openRevision(ports, folder, written)
  return { ...opened, said: sayRevision(written, opened) }
}

async function openAt(ports: Ports, written: string): Promise<Side> {
  const root = findRegister(ports.cwd, written)!
  return { ...(await openFolder(ports, root)), said: relative(ports.cwd, root).split(sep).join('/') || '.' }
}

interface NamedSides {
  /** Undefined for the main branch. */
  readonly before: string | undefined
  /** Undefined for the working tree. */
  readonly after: string | undefined
  /** Compare with where the later side parted from the earlier one, not with that itself. */
  readonly parted: boolean
}

function namedSides(ports: Ports, words: readonly string[]): NamedSides {
  const [first, second, more] = words
  if (more !== undefined)
    throw new UsageError(`two states are compared, not ${words.length}`, 'name two revisions or two folders')
  if (first === undefined) return { before: undefined, after: undefined, parted: true }
  if (second !== undefined) return { before: first, after: second, parted: false }
  const range = isFolder(ports, first) ? null : /^(.*?)(\.{2,3})(.*)$/.exec(first)
  if (range === null) return { before: first, after: undefined, parted: false }
  return { before: range[1] || 'HEAD', after: range[3] || 'HEAD', parted: range[2] === '...' }
}

/** A word that is the folder of a register and a revision, too, must say which. */
async function refuseTwoMeanings(ports: Ports, folder: string, word: string | undefined): Promise<void> {
  if (word === undefined || isPath(word) || !isFolder(ports, word) || !(await isRevision(folder, word))) return
  throw new UsageError(
    `"${word}" is a folder and a revision, too`,
    `write ./${word} for the folder, refs/heads/${word} for the branch`,
  )
}

/** Is a word a folder: written as a path, or one that holds a register? */
const isFolder = ({ cwd }: Ports, word: string): boolean =>
  isPath(word) || existsSync(resolve(cwd, word, 'register.yaml'))

const isPath = (word: string) => word === '.' || word === '..' || /^\.{0,2}[/\\]/.test(word)

/** The branch that CI says a change is proposed for. */
const baseOfCi = ({ env }: Ports): string | undefined =>
  env['GITHUB_BASE_REF'] || env['CI_MERGE_REQUEST_TARGET_BRANCH_NAME'] || undefined

const sayRevision = (written: string | undefined, { commit }: Opened): string =>
  written === undefined || commit!.id.startsWith(written) ? shortId(commit!) : `${written} (${shortId(commit!)})`
