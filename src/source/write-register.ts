import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SourceFile } from '../model/source-file.js'
import { UsageError } from '../model/usage-error.js'
import { sha256 } from './sha256.js'
import { clearTemporary, unwritable, writeFileWhole } from './write-file.js'

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
 * Writes a change of a register, all of it or nothing, wherever the run is killed. One file is written whole; of
 * several, what is to be done is written down first: from then on the register is read as if it were done, and the next
 * change does the rest.
 * @throws UsageError when a file is no longer what was read, or cannot be written; then nothing was
 */
export function writeRegister(root: string, changes: readonly FileChange[]): void {
  for (const change of changes) refuseChanged(root, change)
  for (const folder of new Set(changes.map(({ path }) => dirname(join(root, path))))) clearTemporary(folder)
  const [first] = changes
  if (changes.length === 1 && first!.to === undefined) return writeOne(root, first!)
  const journal: Journal = { schema: 1, steps: changes.map(stepOf) }
  writeFileWhole(join(root, JOURNAL), `${JSON.stringify(journal)}\n`, 'absent')
  finishChange(root)
}

/** Hidden, so that no reader takes it for a record. */
const JOURNAL = '.partners-change.json'

interface Journal {
  readonly schema: 1
  readonly steps: readonly Step[]
}

interface Step {
  readonly path: string
  readonly to?: string
  /** Hash of the bytes that it had; null for a new file. */
  readonly before: string | null
  /** The bytes that it gets, as base64. */
  readonly after: string
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

/** Is there a change that was cut off half-way? */
export const isUnfinished = (root: string): boolean => existsSync(join(root, JOURNAL))

/**
 * Does the rest of a change that was cut off half-way, if there is one. The lock must be held.
 * @throws UsageError when somebody has edited one of its files since
 */
export function finishChange(root: string): void {
  clearTemporary(root)
  const journal = journalOf(root)
  if (journal === undefined) return
  for (const step of journal.steps) refuseEdited(root, step)
  for (const step of journal.steps) carryOut(root, step)
  rmSync(join(root, JOURNAL), { force: true })
}

function refuseEdited(root: string, step: Step): void {
  if (isDone(root, step)) return
  const now = bytesAt(root, step.path)
  const isLeft = now?.equals(Buffer.from(step.after, 'base64')) // written, and not moved yet
  if (isLeft || (now === undefined ? null : sha256(now)) === step.before) return
  throw new UsageError(
    `a change was cut off half-way, and ${step.path} has been edited since`,
    `look at the files that it is about with git diff; then delete ${join(root, JOURNAL)}`,
  )
}

const isDone = (root: string, { path, to = path, after }: Step) =>
  bytesAt(root, to)?.equals(Buffer.from(after, 'base64')) === true && (to === path || bytesAt(root, path) === undefined)

/** The new bytes first, then the new name: at every moment there is one file of the record, whole. */
function carryOut(root: string, step: Step): void {
  if (isDone(root, step)) return
  const { path, to, before, after } = step
  const bytes = Buffer.from(after, 'base64')
  writeOne(root, { path, before: before === null ? undefined : bytesAt(root, path), after: bytes })
  if (to === undefined) return
  try {
    mkdirSync(dirname(join(root, to)), { recursive: true })
    renameSync(join(root, path), join(root, to))
  } catch (error) {
    throw unwritable(join(root, to), error)
  }
}

function journalOf(root: string): Journal | undefined {
  if (!isUnfinished(root)) return undefined
  try {
    return JSON.parse(readFileSync(join(root, JOURNAL), 'utf8')) as Journal
  } catch {
    throw new UsageError(
      `${join(root, JOURNAL)} cannot be read`,
      'it says how a change goes on that was cut off; look at git diff, then delete it',
    )
  }
}

/** The files of a register with what a change that was cut off half-way has still to do. */
export const withUnfinished = (root: string, files: readonly SourceFile[]): readonly SourceFile[] =>
  withChanges(
    files,
    (journalOf(root)?.steps ?? []).map((it) => ({ ...it, after: Buffer.from(it.after, 'base64') })),
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
