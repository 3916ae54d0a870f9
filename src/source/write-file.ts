import { accessSync, closeSync, constants, fchmodSync, fsyncSync, lstatSync, readlinkSync } from 'node:fs'
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { UsageError } from '../model/usage-error.js'
import { NO_FILE, openFile } from './read-files.js'
import { openTemporary } from './temporary.js'

/**
 * Writes a file that a person named, whole or not at all: a temporary file beside it is renamed. The mode of an existing
 * file is kept, and a link stays a link, whether or not its target exists. A device or pipe, such as /dev/stdout, is written
 * to directly. Files that the tool itself names are written by `replaceFile`.
 * @throws UsageError in one line when the file cannot be written
 */
export function writeFileWhole(path: string, text: string | Uint8Array): void {
  try {
    const older = statSync(path, { throwIfNoEntry: false })
    if (older?.isDirectory()) throw systemError('EISDIR')
    if (older === undefined) return putInPlace(stageFile(leadsTo(path), text))
    if (!older.isFile()) return writeFileSync(path, text)
    accessSync(path, constants.W_OK) // a rename would not ask
    putInPlace(stageFile(realpathSync(path), text))
  } catch (error) {
    throw error instanceof UsageError ? error : unwritable(path, error)
  }
}

/**
 * Writes a file of the register, or another that the tool itself names, whole or not at all, and never through a link.
 * @param place without links, as `placeWithin` gives it; its folder must exist
 * @param read the bytes that the text was made from (`absent` where there was no file): a file that has changed since is not
 *   overwritten
 * @throws UsageError in one line when it cannot be written
 */
export function replaceFile(place: string, text: string | Uint8Array, read?: Uint8Array | 'absent'): void {
  if (read !== undefined) refuseChanged(place, read)
  checkWritable(place) // a rename would not ask
  putInPlace(stageFile(place, text))
}

/** Where a link to a file that does not exist yet leads in the end; any other path itself. */
function leadsTo(path: string): string {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
  return isLink ? leadsTo(resolve(realpathSync(dirname(path)), readlinkSync(path))) : path
}

/** An editor or another run may have written since the file was read. */
function refuseChanged(place: string, read: Uint8Array | 'absent'): void {
  const now = openFile(place, read === 'absent' ? 0 : read.length)
  const isSame = read === 'absent' ? now === undefined : Buffer.isBuffer(now) && now.equals(read)
  if (!isSame) throw new UsageError(`${place} has changed since it was read, so it was not written`, 'run again')
}

/** The new bytes of a file, in a temporary file beside it that only has to be renamed. */
export interface Staged {
  readonly temporary: string
  readonly place: string
}

/**
 * Writes the new bytes of a file to a temporary file beside it, with its mode; the folder must exist.
 * @param place without links, as `placeWithin` gives it
 * @throws UsageError when that is not possible, as on a full disk; nothing is left behind then
 */
export function stageFile(place: string, text: string | Uint8Array): Staged {
  try {
    const older = statSync(place, { throwIfNoEntry: false })
    const { temporary, handle } = openTemporary(dirname(place))
    try {
      if (older !== undefined) fchmodSync(handle, older.mode & 0o7777)
      writeFileSync(handle, text)
      fsyncSync(handle)
    } catch (error) {
      rmSync(temporary, { force: true })
      throw error
    } finally {
      closeSync(handle)
    }
    return { temporary, place }
  } catch (error) {
    throw unwritable(place, error)
  }
}

/** Renames the temporary file. @throws UsageError when that is not possible; the new bytes are lost then */
export function putInPlace(staged: Staged): void {
  try {
    renameSync(staged.temporary, staged.place)
  } catch (error) {
    discard(staged)
    throw unwritable(staged.place, error)
  }
}

/** Removes a temporary file that is not needed any more. */
export const discard = ({ temporary }: Staged): void => rmSync(temporary, { force: true })

/**
 * May a file be written, and others be made and renamed in its folder?
 * @param place without links, as `placeWithin` gives it
 * @throws UsageError when not
 */
export function checkWritable(place: string): void {
  try {
    if (statSync(place, { throwIfNoEntry: false }) !== undefined) accessSync(place, constants.W_OK)
    accessSync(dirname(place), constants.W_OK | constants.X_OK)
  } catch (error) {
    throw unwritable(place, error)
  }
}

/** Is there anything of that name, if only a link that leads nowhere? */
export function isTaken(place: string): boolean {
  try {
    return lstatSync(place, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false
    throw unwritable(place, error)
  }
}

const REASONS: Readonly<Record<string, readonly [reason: string, hint?: string]>> = {
  EISDIR: ['it is a folder', 'name a file in it'],
  [NO_FILE]: ['it is a pipe, socket or device', 'a file is expected there'],
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

/** The error for a file that cannot be written. */
export function unwritable(path: string, error: unknown): UsageError {
  const { code = '', message } = error as NodeJS.ErrnoException
  const [reason, hint] = REASONS[code] ?? [message]
  return new UsageError(`${path} cannot be written: ${reason}`, hint)
}

/** An error like those of the system. */
export const systemError = (code: string) => Object.assign(new Error(code), { code })
