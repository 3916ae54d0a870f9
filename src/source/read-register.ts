import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { RecordStore } from '../model/record-store.js'
import { buildRegister, isSettingLost, type Register, type TellRead } from '../model/register.js'
import { idOf, kindOf } from '../model/record-schemas.js'
import type { SourceFile } from '../model/source-file.js'
import { UsageError } from '../model/usage-error.js'
import type { CommitTree } from './commit-tree.js'
import { packagePolicy } from './package-files.js'
import { readRegisterFiles } from './read-files.js'
import { journalText } from './journal.js'
import type { Commit } from './revisions.js'
import { notCheckedOut } from './committed-files.js'
import { withChanges, withUnfinished, type FileChange } from './write-register.js'

/**
 * Reads the register of a folder; a file that does not parse is listed in the register's problems.
 * @param records what was read before, for another state of the register
 * @param report called every few hundred files with how many were read
 */
export async function readRegister(root: string, records?: RecordStore, report?: TellRead): Promise<Register> {
  return build(await filesNow(root), records, report)
}

/**
 * A register as it will be after a change.
 * @param register the register before, as it was read; the files that do not change are not read again
 */
export const readRegisterWith = async (
  register: Register,
  changes: readonly FileChange[],
  records?: RecordStore,
): Promise<Register> => build(withChanges(madeOf.get(register)!, changes), records)

/** The files that a register was made of, with those that could not be read. */
const madeOf = new WeakMap<Register, readonly SourceFile[]>()

/**
 * The files of a register in one consistent state: they are read again if another run changed several of them meanwhile. A
 * journal that appeared and vanished in between changes the time of the folder; but so do other programs, so for that
 * reason alone the files are read again only a few times.
 */
async function filesNow(root: string): Promise<readonly SourceFile[]> {
  for (let tries = 1; ; tries++) {
    const [journal, touched] = [journalText(root), touchedAt(root)]
    const files = [...(await readRegisterFiles(root)), ...(await notCheckedOut(root))]
    if (journalText(root) !== journal) continue
    if (touchedAt(root) === touched || tries >= MOST_TRIES) return withUnfinished(root, files, journal)
  }
}

const MOST_TRIES = 5
const touchedAt = (folder: string) => statSync(folder, { bigint: true }).mtimeNs

/** A register without files. */
export const emptyRegister = (): Register => buildRegister([], packagePolicy)!

/** A register at a commit, and the folder that it was in then, as a path on the disk. */
interface RegisterAt {
  readonly register: Register
  readonly root: string
  /** The commits of submodules inside the register, by path; their files are not part of its states. */
  readonly repositories: ReadonlyMap<string, string>
}

/**
 * Reads a register as it was at a commit. It is looked for in its present folder, and, if it was not there, in others.
 * Policies that it extends are those of this release.
 * @param root its folder, which need not exist any more
 * @param present its present state, by which it is recognised in another folder; used only then
 * @param records what was read before: files that are the same in two states share their records
 * @returns undefined when the commit has no register, or only another one
 * @throws UsageError when it has several, and this one cannot be recognised among them
 */
export async function readRegisterAt(
  root: string,
  commit: Commit,
  present: () => Promise<Register | undefined> = async () => undefined,
  records?: RecordStore,
  report?: TellRead,
): Promise<RegisterAt | undefined> {
  const { filesAt, treeAt } = await import('./committed-files.js')
  const { top, place } = await placeOf(root)
  const tree = await treeAt(top, commit.id)
  const folder = await folderAt({ top, tree, commit }, place, present)
  if (folder === undefined) return undefined
  const files = await filesAt(top, tree, folder, records?.contents)
  const own = files.filter((it) => it.problem === 'repository').map((it) => [it.path, it.detail!] as const)
  const then = join(top, folder)
  return { register: await build(files, records, report), root: then, repositories: new Map(own) }
}

/** Where a folder is in its repository, whether or not it still exists. */
async function placeOf(folder: string): Promise<{ readonly top: string; readonly place: string }> {
  if (!existsSync(folder) && dirname(folder) !== folder) {
    const { top, place } = await placeOf(dirname(folder))
    return { top, place: `${place}/${basename(folder)}` }
  }
  const { placeInRepository } = await import('./committed-files.js')
  return placeInRepository(folder)
}

interface Committed {
  readonly top: string
  readonly tree: CommitTree
  readonly commit: Commit
}

/** The folder of a register at a commit: the present one, or another whose content shows that it is the same register. */
async function folderAt(committed: Committed, place: string, present: () => Promise<Register | undefined>) {
  const folders = committed.tree.registerFolders()
  if (folders.includes(place)) return place
  if (folders.length === 0) return undefined
  const now = await present()
  const same = now === undefined ? folders : await sameAs(now, folders, committed)
  if (same.length < 2) return same[0]
  throw new UsageError(
    `commit ${committed.commit.id.slice(0, 8)} has ${folders.length} registers, but none in the folder of this one`,
    `name the folder with --register: ${same.map((it) => it.slice(1) || '.').join(', ')}`,
  )
}

/** Folders that may have the same register: those with most of its partnerships, or else those of its organisation. */
async function sameAs(now: Register, folders: readonly string[], { top, tree }: Committed): Promise<string[]> {
  const known = partnershipsIn(now.files.keys())
  const counted = folders.map((folder) => {
    const count = [...partnershipsIn(tree.pathsBelow(folder))].filter((id) => known.has(id)).length
    return { folder, count }
  })
  const most = Math.max(...counted.map((it) => it.count))
  if (most > 0) return counted.filter((it) => it.count === most).map((it) => it.folder)
  const { filesAt } = await import('./committed-files.js')
  const own = organisationOf(now)
  const same: string[] = []
  for (const folder of folders) {
    const settings = (await filesAt(top, tree, folder)).filter((it) => it.path === 'register.yaml')
    const then = buildRegister(settings, packagePolicy)
    if (own !== undefined && then !== undefined && organisationOf(then) === own) same.push(folder)
  }
  return same
}

/** Ids of the partnerships among files of a register. */
const partnershipsIn = (paths: Iterable<string>): ReadonlySet<string> =>
  new Set([...paths].filter((it) => kindOf(it) === 'partnership').map(idOf))

/** The organisation that keeps a register; undefined where that could not be read. */
const organisationOf = (register: Register): string | undefined =>
  isSettingLost(register, 'organisation') ? undefined : register.settings.organisation

async function build(files: readonly SourceFile[], store = new RecordStore(), report?: TellRead) {
  const register = buildRegister(files, packagePolicy, { store, report }) ?? (await explained(files, store))
  madeOf.set(register, files)
  return register
}

/** Reads again with the module that finds the mistakes in files that do not parse; all other records are in the store. */
async function explained(files: readonly SourceFile[], store: RecordStore) {
  const { syntaxErrors } = await import('../document/syntax-errors.js')
  return buildRegister(files, packagePolicy, { store, explain: syntaxErrors })!
}
