import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SourceFile } from '../model/source-file.js'
import { UsageError } from '../model/usage-error.js'
import { journalPath, journalText, parseJournal, type Journal, type Step } from './journal.js'
import { makeFolders, takeFolders } from './make-folders.js'
import { sha256 } from './sha256.js'
import {
  checkWritable,
  clearTemporary,
  discard,
  putInPlace,
  stageFile,
  unwritable,
  writeFileWhole,
  type Staged,
} from './write-file.js'

/** What becomes of one file of a register; paths are from its folder, with / between. */
export interface FileChange {
  readonly path: string
  /** The bytes that it had when it was read; undefined for a new file. */
  readonly before: Uint8Array | undefined
  readonly after: Uint8Array
  /** Where it lies afterwards, when it is moved. */
  readonly to?: string
}

/**
 * Writes a change of a register, all of it or nothing, wherever the run is killed. One file is written whole. Of
 * several, the new contents are put on the disk beside them, and what is to be done is written down: from then on the
 * register is read as if it were done, and the next change does the rest, should this one be cut off.
 * @throws UsageError when a file is no longer what was read, or one cannot be written; nothing was then, unless the
 *   disk fails in the middle of the renaming: the next change does the rest of that, too
 */
export function writeRegister(root: string, changes: readonly FileChange[]): void {
  for (const change of changes) refuseChanged(root, change)
  for (const folder of foldersOf(root, changes)) clearTemporary(folder)
  const [first] = changes
  if (changes.length === 1 && first!.to === undefined) return writeOne(root, first!)
  writeSeveral(root, changes)
}

/** The folders that files lie in, before and after. */
const foldersOf = (root: string, files: readonly Pick<FileChange, 'path' | 'to'>[]): ReadonlySet<string> =>
  new Set(files.flatMap(({ path, to = path }) => [path, to].map((it) => dirname(join(root, it)))))

/** All that can go wrong goes wrong before the first renaming: no permission, no folder, a full disk. */
function writeSeveral(root: string, changes: readonly FileChange[]): void {
  const made: string[] = []
  const staged: Staged[] = []
  let isBegun = false
  try {
    for (const folder of foldersOf(root, changes)) made.push(...makeFolders(folder))
    for (const { path, to = path } of changes) for (const it of new Set([path, to])) checkWritable(join(root, it))
    for (const { path, after } of changes) staged.push(stageFile(join(root, path), after))
    const journal: Journal = { schema: 1, steps: changes.map(stepOf) }
    writeFileWhole(journalPath(root), `${JSON.stringify(journal)}\n`, 'absent')
    for (const change of changes) refuseChanged(root, change)
    for (const [index, step] of journal.steps.entries()) {
      putInPlace(staged[index]!)
      isBegun = true
      move(root, step)
    }
    rmSync(journalPath(root), { force: true })
  } catch (error) {
    for (const it of staged) discard(it)
    if (!isBegun) {
      rmSync(journalPath(root), { force: true })
      takeFolders(made)
    }
    throw error
  }
}

const stepOf = ({ path, before, after, to }: FileChange): Step => ({
  path,
  ...(to !== undefined && { to }),
  before: before === undefined ? null : sha256(before),
  after: Buffer.from(after).toString('base64'),
})

function refuseChanged(root: string, { path, before, to }: FileChange): void {
  const now = bytesAt(root, path)
  const isSame = before === undefined ? now === undefined : now?.equals(before) === true
  if (!isSame) throw new UsageError(`${path} has changed since it was read, so nothing was written`, 'run again')
  if (to !== undefined && bytesAt(root, to) !== undefined)
    throw new UsageError(`there is a file ${to} already, so nothing was written`, 'choose another name')
}

/** Undefined where there is nothing; a file that cannot be read is told as such. */
function bytesAt(root: string, path: string): Buffer | undefined {
  const full = join(root, path)
  try {
    return lstatSync(full, { throwIfNoEntry: false }) === undefined ? undefined : readFileSync(full)
  } catch (error) {
    throw unwritable(full, error)
  }
}

function writeOne(root: string, { path, before, after }: FileChange): void {
  const full = join(root, path)
  try {
    mkdirSync(dirname(full), { recursive: true })
  } catch (error) {
    throw unwritable(full, error)
  }
  writeFileWhole(full, after, before ?? 'absent')
}

/**
 * Does the rest of a change that was cut off half-way, if there is one. The lock must be held.
 * @returns the files that were written, by their paths
 * @throws UsageError when somebody has edited one of its files since, or one cannot be written
 */
export function finishChange(root: string): string[] {
  clearTemporary(root)
  const text = journalText(root)
  if (text === undefined) return []
  const { steps } = parseJournal(root, text)
  for (const folder of foldersOf(root, steps)) clearTemporary(folder)
  for (const step of steps) refuseEdited(root, step)
  const left = steps.filter((it) => !isDone(root, it))
  for (const step of left) carryOut(root, step)
  rmSync(journalPath(root), { force: true })
  return left.map(({ path, to = path }) => to)
}

function refuseEdited(root: string, step: Step): void {
  if (isDone(root, step)) return
  const now = bytesAt(root, step.path)
  const isLeft = now?.equals(Buffer.from(step.after, 'base64')) // written, and not moved yet
  if (isLeft || (now === undefined ? null : sha256(now)) === step.before) return
  throw new UsageError(
    `a change was cut off half-way, and ${step.path} has been edited since`,
    `look at the files that it is about with git diff; then delete ${journalPath(root)}`,
  )
}

const isDone = (root: string, { path, to = path, after }: Step) =>
  bytesAt(root, to)?.equals(Buffer.from(after, 'base64')) === true && (to === path || bytesAt(root, path) === undefined)

/** The new bytes first, then the new name: at every moment there is one file of the record, whole. */
function carryOut(root: string, step: Step): void {
  const { path, before, after } = step
  const there = before === null ? undefined : bytesAt(root, path)
  writeOne(root, { path, before: there, after: Buffer.from(after, 'base64') })
  move(root, step)
}

function move(root: string, { path, to }: Step): void {
  if (to === undefined) return
  try {
    mkdirSync(dirname(join(root, to)), { recursive: true })
    renameSync(join(root, path), join(root, to))
  } catch (error) {
    throw unwritable(join(root, to), error)
  }
}

/** The files of a register with what a change that was cut off half-way has still to do. */
export const withUnfinished = (
  root: string,
  files: readonly SourceFile[],
  journal: string | undefined,
): readonly SourceFile[] =>
  journal === undefined
    ? files
    : withChanges(
        files,
        parseJournal(root, journal).steps.map((it) => ({ ...it, after: Buffer.from(it.after, 'base64') })),
      )

/** The files of a register as they will be after a change, sorted by path. */
export function withChanges(
  files: readonly SourceFile[],
  changes: readonly Pick<FileChange, 'path' | 'after' | 'to'>[],
): readonly SourceFile[] {
  if (changes.length === 0) return files
  const byPath = new Map(files.map((it) => [it.path, it]))
  for (const { path, to = path, after } of changes) {
    byPath.delete(path)
    byPath.set(to, { path: to, bytes: after })
  }
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}
