import { existsSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { UsageError } from '../model/usage-error.js'
import { counted, someOf } from '../model/words.js'
import { findRegister } from '../source/find-register.js'
import {
  commitNamed,
  isRevision,
  mainBranch,
  mergeBase,
  shortId,
  TWO_FOLDERS,
  type Commit,
} from '../source/revisions.js'
import { notCheckedOut } from '../source/committed-files.js'
import {
  folderOf,
  noRegister,
  openCommit,
  openFolder,
  openNothing,
  openRevision,
  repositoryFolder,
  rootOf,
  type Opened,
} from './open-register.js'
import type { Ports } from './ports.js'

/** One of two states that are compared: `main (1a2b3c4d)`, `the working tree`, or a folder. */
interface Side extends Opened {
  readonly label: string
}

/**
 * Opens the two states that are compared: `A..B`, `A...B` (since B branched off A), `A B`, two folders, a revision or
 * folder and the working tree; without words, where the work branched off the main branch, and the working tree. An
 * earlier revision without a register counts as an empty one.
 * @throws UsageError if one of them is neither a folder with a register nor a revision
 */
export async function openSides(ports: Ports, words: readonly string[], option: string | undefined) {
  const named = namedSides(ports, words)
  for (const it of [named.before, named.after]) await refuseTwoMeanings(ports, option, it)
  const after = await openAfter(ports, named.after, option)
  const before =
    named.before?.kind === 'folder'
      ? await openNamedFolder(ports, named.before.word, after)
      : await openBefore(ports, named, option, after)
  if (named.after === undefined && before.commit === undefined && before.root === after.root)
    throw new UsageError(
      `${before.label} is this register itself`,
      'name what to compare it with: another folder or a revision; by default, it is the main branch',
    )
  refuseOtherRepositories(after, before, `at ${before.label}`)
  return { before, after }
}

async function openAfter(ports: Ports, named: Named, option: string | undefined): Promise<Side> {
  if (named?.kind === 'folder') return openNamedFolder(ports, named.word)
  if (named !== undefined) {
    const opened = await openRevision(ports, folderOf(ports, option), named.word)
    return { ...opened, label: describeRevision(named.word, opened.commit!) }
  }
  const root = rootOf(ports, option)
  if (root === undefined) throw noRegister()
  await refuseSparse(root, 'the register')
  return { ...(await openFolder(ports, root)), label: 'the working tree' }
}

async function openBefore(
  ports: Ports,
  { before, after, parted }: NamedSides,
  option: string | undefined,
  later: Side,
): Promise<Side> {
  const folder = folderOf(ports, option)
  const place = repositoryFolder(ports, option)
  const word = before?.word ?? (await mainBranch(place, baseOfCi(ports)))
  const commit = parted
    ? await mergeBase(place, word, after?.word ?? 'HEAD')
    : await commitNamed(place, word, TWO_FOLDERS)
  const label = describeRevision(word, commit)
  const fullLabel = parted ? `where ${after?.word ?? 'this work'} parted from ${label}` : label
  const opened = await openCommit(ports, folder, commit, later)
  if (opened !== undefined) return { ...opened, label: fullLabel }
  return { ...openNothing(ports, folder, commit, later), label: `${fullLabel}, which has no register,` }
}

/** Opens the register of a folder, or of the clone that a folder is. */
async function openNamedFolder(ports: Ports, written: string, other?: Opened): Promise<Side> {
  const isClone = !isRegister(ports, written) && isRegister(ports, written, BELOW)
  const root = findRegister(ports.cwd, isClone ? join(written, BELOW) : written)!
  await refuseSparse(root, written)
  return { ...(await openFolder(ports, root, other)), label: relative(ports.cwd, root).split(sep).join('/') || '.' }
}

/** Files that a sparse checkout leaves out are not removed, and the others cannot be judged without them. */
async function refuseSparse(root: string, label: string): Promise<void> {
  const left = (await notCheckedOut(root)).map((it) => it.path)
  if (left.length > 0)
    throw new UsageError(
      `${counted(left.length, 'file')} of ${label} ${left.length === 1 ? 'is' : 'are'} not checked out, as the checkout is sparse: ${someOf(left)}`,
      'git sparse-checkout disable checks them out; or compare what is committed: partners diff main..HEAD',
    )
}

/** What a word names; undefined if there is none. */
type Named = { readonly kind: 'folder' | 'revision'; readonly word: string } | undefined

interface NamedSides {
  /** Undefined for the main branch. */
  readonly before: Named
  /** Undefined for the working tree. */
  readonly after: Named
  /** Is the later state compared with where it branched off the earlier one? */
  readonly parted: boolean
}

function namedSides(ports: Ports, words: readonly string[]): NamedSides {
  const [first, second, more] = words
  if (more !== undefined)
    throw new UsageError(`two states are compared, not ${words.length}`, 'name two revisions or two folders')
  if (first === undefined) return { before: undefined, after: undefined, parted: true }
  const ranges = words.map((it) => (isFolder(ports, it) ? null : RANGE.exec(it)))
  const range = ranges[0]
  if (second !== undefined) {
    const given = words.find((_, index) => ranges[index])
    if (given !== undefined)
      throw new UsageError(`"${given}" names both states already`, 'leave the other word out, or name two revisions')
    return { before: namedBy(ports, first), after: namedBy(ports, second), parted: false }
  }
  const commit = /^(.+)\^!$/.exec(first)?.[1]
  if (commit !== undefined)
    throw new UsageError(`"${first}" is not a revision, but what one commit changed`, `write ${commit}^..${commit}`)
  if (!range) return { before: namedBy(ports, first), after: undefined, parted: false }
  const revision = (word: string | undefined): Named => ({ kind: 'revision', word: word || 'HEAD' })
  return { before: revision(range[1]), after: revision(range[3]), parted: range[2] === '...' }
}

const RANGE = /^(.*?)(\.{2,3})(.*)$/

const namedBy = (ports: Ports, word: string): Named => ({ kind: isFolder(ports, word) ? 'folder' : 'revision', word })

/** Refuses a word that is both a folder and a revision. */
async function refuseTwoMeanings(ports: Ports, option: string | undefined, named: Named): Promise<void> {
  if (named?.kind !== 'folder' || isPath(named.word)) return
  const { word } = named
  if (await isRevision(repositoryFolder(ports, option), word))
    throw new UsageError(
      `"${word}" is both a folder and a revision`,
      `write ./${word} for the folder, refs/heads/${word} for the branch`,
    )
}

/** Is a word a folder: written as a path, or a folder with a register in it or below it? */
const isFolder = (ports: Ports, word: string): boolean =>
  isPath(word) || isRegister(ports, word) || isRegister(ports, word, BELOW)

const isPath = (word: string) => word === '.' || word === '..' || /^\.{0,2}[/\\]/.test(word)

/** The usual folder of the register in a clone. */
const BELOW = 'register'

const isRegister = ({ cwd }: Ports, ...path: string[]) => existsSync(resolve(cwd, ...path, 'register.yaml'))

/** The target branch of a change, according to CI. */
const baseOfCi = ({ env }: Ports) => env['GITHUB_BASE_REF'] || env['CI_MERGE_REQUEST_TARGET_BRANCH_NAME'] || undefined

/** A revision as it was written, with its commit. */
export const describeRevision = (written: string, commit: Commit): string =>
  commit.id.startsWith(written) ? shortId(commit) : `${written} (${shortId(commit)})`

/**
 * Refuses to compare two states of a register with a submodule, unless both are at the same commit of it: the history
 * of the register does not have its files, so all of them would be new.
 * @param label the earlier state, as in `at main (1a2b3c4d)`
 * @throws UsageError that names the folder
 */
export function refuseOtherRepositories(
  now: Pick<Opened, 'printed' | 'repositories'>,
  then: Pick<Opened, 'repositories'>,
  label: string,
): void {
  const [older, newer] = [then.repositories ?? new Map(), now.repositories ?? new Map()]
  const other = [...older.keys(), ...newer.keys()].find((it) => older.get(it) !== newer.get(it))
  if (other === undefined) return
  throw new UsageError(
    `${now.printed(other)} is a git repository of its own (a submodule)${older.has(other) ? ` ${label}` : ''}, and the history of the register does not contain its files`,
    'check out both states with their submodules, and name the two folders: partners diff ./EARLIER ./LATER',
  )
}
