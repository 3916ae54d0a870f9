import { lstatSync, openSync, readdirSync, readlinkSync, rmSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { holderIn, isRunning } from './holder.js'

/** The name of a temporary file of this run; hidden, so that no reader takes it for a record. */
const temporaryName = (folder: string, count: number) => join(folder, `.partners-${process.pid}-${count}.tmp`)
const NAME = /^\.partners-(\d+)-\d+\.tmp$/

/** A new temporary file. */
export function openTemporary(folder: string): { temporary: string; handle: number } {
  for (let count = 0; ; count++) {
    const temporary = temporaryName(folder, count)
    try {
      return { temporary, handle: openSync(temporary, 'wx', 0o666) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || count > 9999) throw error
    }
  }
}

/** An unused name in a folder; no other run makes such names. */
export function freeName(folder: string): string {
  for (let count = 0; ; count++) {
    const name = temporaryName(folder, count)
    if (lstatSync(name, { throwIfNoEntry: false }) === undefined) return name
  }
}

/**
 * Removes the temporary files that killed runs left in a folder, and nothing else. What cannot be read or removed does no
 * harm.
 * @param depth `all` to include the folders in it; links are not followed
 */
export function clearTemporary(folder: string, depth: 'one' | 'all' = 'one'): void {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name)
    if (isLeft(path, entry)) remove(path)
    else if (depth === 'all' && entry.isDirectory() && !entry.name.startsWith('.')) clearTemporary(path, depth)
  }
}

/** A file of ours, or a lock that was moved aside, of a run that is gone. */
function isLeft(path: string, entry: Dirent): boolean {
  const pid = NAME.exec(entry.name)?.[1]
  if (pid === undefined || isRunning(Number(pid))) return false
  return entry.isFile() || (entry.isSymbolicLink() && isLock(path))
}

function isLock(link: string): boolean {
  try {
    return holderIn(readlinkSync(link)) !== undefined
  } catch {
    return false
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // it belongs to somebody else
  }
}
