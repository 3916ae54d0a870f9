import { renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SourceFile } from '../model/source-file.js'
import { UsageError } from '../model/usage-error.js'
import { journalPath, journalText, MAX_JOURNAL_BYTES, stepsIn, type Journal, type Step } from './journal.js'
import { makeFolders, takeFolders } from './make-folders.js'
import { leadsOut, nameWithin, placeWithin } from './place-within.js'
import { mostBytes, bytesOf } from './read-files.js'
import { sha256 } from './sha256.js'
import { clearTemporary } from './temporary.js'
import { FOLDERS } from './which-files.js'
import {
  checkWritable,
  discard,
  isTaken,
  putInPlace,
  replaceFile,
  stageFile,
  unwritable,
  type Staged,
} from './write-file.js'

/** A change of one file of a register; paths are relative to its folder, with / as separator. */
export interface FileChange {
  readonly path: string
  /** The bytes that it had when it was read; undefined for a new file. */
  readonly before: Uint8Array | undefined
  readonly after: Uint8Array
  /** Its new path, when it is moved. */
  readonly to?: string
}

/**
 * Writes a change of a register, all of it or nothing, even if the run is killed. For several files, the new contents are
 * written to temporary files and the steps to a journal: from then on the register is read as if the change were complete,
 * and the next change completes it if this one is interrupted.
 * @throws UsageError when a file has changed since it was read, or cannot be written. Nothing was written then, unless the
 *   disk fails during the renaming; the next change completes that as well
 */
export function writeRegister(root: string, changes: readonly FileChange[]): void {
  if (changes.length === 0) return
  for (const change of changes) refuseChanged(root, change)
  for (const folder of foldersOf(root, changes)) clearTemporary(folder)
  const [first] = changes
  if (changes.length === 1 && first!.to === undefined) return writeOne(root, first!)
  writeSeveral(root, changes)
}

/** Checks where the files of a change would be. @throws UsageError when a link leads out, or something is not a file */
export function refuseElsewhere(root: string, changes: readonly FileChange[]): void {
  for (const it of changes) placesOf(root, it)
}

/** The folders of files, before and after. */
const foldersOf = (root: string, files: readonly Pick<FileChange, 'path' | 'to'>[]): ReadonlySet<string> =>
  new Set(files.flatMap((it) => placesOf(root, it).map((place) => dirname(place))))

/** Where the bytes of a file are, and its names if it is moved: then a link is moved, and not its target. */
const placesOf = (root: string, { path, to }: Pick<FileChange, 'path' | 'to'>): string[] => [
  placeWithin(root, path),
  ...(to === undefined ? [] : [nameWithin(root, path), nameWithin(root, to)]),
]

/** Whatever can go wrong (permissions, folders, a full disk) goes wrong before the first renaming. */
function writeSeveral(root: string, changes: readonly FileChange[]): void {
  const made: string[] = []
  const staged: Staged[] = []
  let isBegun = false
  try {
    for (const folder of foldersOf(root, changes)) made.push(...makeFolders(folder))
    for (const change of changes) for (const place of placesOf(root, change)) checkWritable(place)
    for (const { path, after } of changes) staged.push(stageFile(placeWithin(root, path), after))
    const journal: Journal = { schema: 1, steps: changes.map(stepOf) }
    refuseTooLarge(journal)
    replaceFile(journalPath(root), `${JSON.stringify(journal)}\n`, 'absent')
    for (const change of changes) refuseChanged(root, change)
    for (const [index, step] of journal.steps.entries()) {
      putInPlace(staged[index]!)
      isBegun = true
      move(root, step)
    }
    removeJournal(root)
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

/** A journal that could not be read back is not written. */
function refuseTooLarge({ steps }: Journal): void {
  const bytes = steps.reduce((sum, it) => sum + it.path.length + it.after.length + 200, 0)
  if (bytes > MAX_JOURNAL_BYTES)
    throw new UsageError('the change is too large to be made at once, so nothing was written', 'make it in parts')
}

function refuseChanged(root: string, { path, before, to }: FileChange): void {
  const now = bytesAt(root, path)
  const isSame = before === undefined ? now === undefined : now?.equals(before) === true
  if (!isSame) throw new UsageError(`${path} has changed since it was read, so nothing was written`, 'run again')
  if (to !== undefined && isTaken(nameWithin(root, to)))
    throw new UsageError(`there is a file ${to} already, so nothing was written`, 'choose another name')
}

/** The bytes of a file; undefined where there is none. @throws UsageError when it cannot be read */
const bytesAt = (root: string, path: string): Buffer | undefined => bytesOf(placeWithin(root, path), mostBytes(path))

function writeOne(root: string, { path, before, after }: FileChange): void {
  const place = placeWithin(root, path)
  makeFolders(dirname(place))
  replaceFile(place, after, before ?? 'absent')
}

/**
 * Completes an interrupted change, if there is one. The lock must be held.
 * @returns the files that were written, by their paths
 * @throws UsageError when somebody has edited one of its files since, or one cannot be written
 */
export function finishChange(root: string): string[] {
  clearRegister(root)
  const text = journalText(root)
  if (text === undefined) return []
  const steps = stepsIn(root, text)
  for (const folder of foldersOf(root, steps)) clearTemporary(folder)
  for (const step of steps) refuseEdited(root, step)
  const left = steps.filter((it) => !isDone(root, it))
  for (const step of left) carryOut(root, step)
  removeJournal(root)
  return left.map(({ path, to = path }) => to)
}

/** Removes what killed runs left in a register. */
function clearRegister(root: string): void {
  clearTemporary(root)
  for (const folder of [...FOLDERS, 'schemas']) if (!leadsOut(root, folder)) clearTemporary(join(root, folder), 'all')
}

function removeJournal(root: string): void {
  try {
    rmSync(journalPath(root), { force: true })
  } catch (error) {
    throw unwritable(journalPath(root), error)
  }
}

function refuseEdited(root: string, step: Step): void {
  if (isDone(root, step)) return
  const now = bytesAt(root, step.path)
  const isLeft = now?.equals(Buffer.from(step.after, 'base64')) // written, and not moved yet
  if (isLeft || (now === undefined ? null : sha256(now)) === step.before) return
  throw new UsageError(
    `a change was interrupted, and ${step.path} has been edited since`,
    `look at the files concerned with git diff; then delete ${journalPath(root)}`,
  )
}

const isDone = (root: string, { path, to = path, after }: Step) =>
  bytesAt(root, to)?.equals(Buffer.from(after, 'base64')) === true && (to === path || bytesAt(root, path) === undefined)

/** The new bytes first, then the new name: the record has one whole file at every moment. */
function carryOut(root: string, step: Step): void {
  const { path, before, after } = step
  const there = before === null ? undefined : bytesAt(root, path)
  writeOne(root, { path, before: there, after: Buffer.from(after, 'base64') })
  move(root, step)
}

function move(root: string, { path, to }: Step): void {
  if (to === undefined) return
  const [from, place] = [nameWithin(root, path), nameWithin(root, to)]
  makeFolders(dirname(place))
  try {
    renameSync(from, place)
  } catch (error) {
    throw unwritable(place, error)
  }
}

/** The files of a register as if an interrupted change were complete. */
export const withUnfinished = (
  root: string,
  files: readonly SourceFile[],
  journal: string | undefined,
): readonly SourceFile[] =>
  journal === undefined
    ? files
    : withChanges(
        files,
        stepsIn(root, journal).map((it) => ({ ...it, after: Buffer.from(it.after, 'base64') })),
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
