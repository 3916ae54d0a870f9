import { accessSync, closeSync, constants, existsSync, fchmodSync, fsyncSync, openSync, readFileSync } from 'node:fs'
import { lstatSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from '../model/usage-error.js'
import { isRunning } from './is-running.js'

/**
 * Writes a file whole or not at all: to a temporary file beside it, then renamed. The mode of an older file is kept,
 * and a link stays a link, whether or not its file is there yet. A device or pipe, such as /dev/stdout, is written to as it is.
 * @param read the bytes that the text was made from (`absent` where there was no file): when something else stands
 *   there by now, it is not overwritten
 * @throws UsageError in one clear line when the place cannot be written
 */
export function writeFileWhole(path: string, text: string | Uint8Array, read?: Uint8Array | 'absent'): void {
  if (read !== undefined) refuseChanged(path, read)
  try {
    const older = statSync(path, { throwIfNoEntry: false })
    if (older?.isDirectory()) throw systemError('EISDIR')
    if (older === undefined) return replace(leadsTo(path), text)
    if (!older.isFile()) return writeFileSync(path, text)
    accessSync(path, constants.W_OK) // a rename would not ask
    replace(realpathSync(path), text, older.mode & 0o7777)
  } catch (error) {
    throw unwritable(path, error)
  }
}

/** Where a link to a file that is not there yet leads in the end; what is no link leads to itself. */
function leadsTo(path: string): string {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
  return isLink ? leadsTo(resolve(realpathSync(dirname(path)), readlinkSync(path))) : path
}

/** Somebody else, an editor or another run, may have written since the file was read. */
function refuseChanged(path: string, read: Uint8Array | 'absent'): void {
  const now = existsSync(path) ? readFileSync(path) : 'absent'
  const isSame = read === 'absent' || now === 'absent' ? read === now : now.equals(read)
  if (!isSame) throw new UsageError(`${path} has changed since it was read, so it was not written`, 'run again')
}

/** The new bytes of a file, whole and on the disk beside it: only their name is still missing. */
export interface Staged {
  readonly temporary: string
  /** Where the file lies in the end, when it is reached through a link. */
  readonly place: string
}

/**
 * Puts the new bytes of a file on the disk beside it, with its mode; its folder must be there.
 * @throws UsageError when that cannot be done, as on a full disk; then nothing is left of it
 */
export function stageFile(path: string, text: string | Uint8Array): Staged {
  try {
    const older = statSync(path, { throwIfNoEntry: false })
    return stage(older === undefined ? leadsTo(path) : realpathSync(path), text, older && older.mode & 0o7777)
  } catch (error) {
    throw unwritable(path, error)
  }
}

/** @throws UsageError when the file cannot get its new bytes; they are lost then */
export function putInPlace(staged: Staged): void {
  try {
    renameSync(staged.temporary, staged.place)
  } catch (error) {
    discard(staged)
    throw unwritable(staged.place, error)
  }
}

/** Takes away what was put on the disk and is not wanted any more. */
export const discard = ({ temporary }: Staged): void => rmSync(temporary, { force: true })

/**
 * May a file be written, and others be made and renamed in its folder?
 * @throws UsageError when not
 */
export function checkWritable(path: string): void {
  try {
    const older = statSync(path, { throwIfNoEntry: false })
    if (older?.isDirectory()) throw systemError('EISDIR')
    if (older !== undefined) accessSync(path, constants.W_OK)
    accessSync(dirname(older === undefined ? leadsTo(path) : realpathSync(path)), constants.W_OK | constants.X_OK)
  } catch (error) {
    throw unwritable(path, error)
  }
}

function replace(place: string, text: string | Uint8Array, mode?: number): void {
  const staged = stage(place, text, mode)
  try {
    renameSync(staged.temporary, place)
  } catch (error) {
    discard(staged)
    throw error
  }
}

function stage(place: string, text: string | Uint8Array, mode: number | undefined): Staged {
  const { temporary, handle } = openTemporary(dirname(place))
  try {
    if (mode !== undefined) fchmodSync(handle, mode)
    writeFileSync(handle, text)
    fsyncSync(handle)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  } finally {
    closeSync(handle)
  }
  return { temporary, place }
}

/** A new file that nobody else has; its name is hidden, so that no reader takes it for a record. */
function openTemporary(folder: string): { temporary: string; handle: number } {
  for (let count = 0; ; count++) {
    const temporary = temporaryName(folder, count)
    try {
      return { temporary, handle: openSync(temporary, 'wx', 0o666) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || count > 9999) throw error
    }
  }
}

/** The name of a temporary file of this run. */
const temporaryName = (folder: string, count: number) => join(folder, `.partners-${process.pid}-${count}.tmp`)

/** A name in a folder that nothing has; only this run makes such names. */
export function freeName(folder: string): string {
  for (let count = 0; ; count++) {
    const name = temporaryName(folder, count)
    if (lstatSync(name, { throwIfNoEntry: false }) === undefined) return name
  }
}

/** Takes away the temporary files that runs left in a folder which were killed. */
export function clearTemporary(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const pid = /^\.partners-(\d+)-\d+\.tmp$/.exec(name)?.[1]
      if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true })
    }
  } catch {
    // what cannot be read or taken away does no harm
  }
}

const REASONS: Readonly<Record<string, readonly [reason: string, hint?: string]>> = {
  EISDIR: ['it is a folder', 'name a file in it'],
  ENOENT: ['its folder does not exist', 'make the folder first'],
  ENOTDIR: ['what should be its folder is a file'],
  EEXIST: ['what should be its folder is something else'],
  EACCES: ['there is no permission', 'look at the permissions of the file and its folder'],
  EPERM: ['there is no permission', 'look at the permissions of the file and its folder'],
  EROFS: ['the disk is read-only'],
  ENOSPC: ['the disk is full'],
  EDQUOT: ['the quota of disk space is used up'],
  ELOOP: ['it is a link that leads back to itself'],
  ENAMETOOLONG: ['its name is too long'],
}

/** The one line that an error of the system becomes. */
export function unwritable(path: string, error: unknown): UsageError {
  const { code = '', message } = error as NodeJS.ErrnoException
  const [reason, hint] = REASONS[code] ?? [message]
  return new UsageError(`${path} cannot be written: ${reason}`, hint)
}

const systemError = (code: string) => Object.assign(new Error(code), { code })
