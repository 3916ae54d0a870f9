import { accessSync, constants, existsSync, linkSync, lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { UsageError } from '../model/usage-error.js'
import { holderIn, signature, holderState, type Holder } from './holder.js'
import { objectId } from './object-id.js'
import { codeOf, openFile, unreadable } from './read-files.js'
import { answerOf } from './run-git.js'
import { freeName } from './temporary.js'
import { unwritable } from './write-file.js'

/** A lock, and the process that holds it; undefined while the lock is not signed yet. */
interface Lock {
  readonly text: string
  readonly holder: Holder | undefined
}

/** Hidden, so that no reader takes it for a record. */
const LOCK = '.partners.lock'
/** It names a process and a machine. */
const MAX_BYTES = 1024

/**
 * Does something while no other run changes the register. Waits for another run to end, and takes over the lock of a run
 * that was killed. On a read-only disk no lock is needed: writing is refused later.
 * @throws UsageError when another run does not end in time, when the lock was not made by a run, or when the folder cannot
 *   be written to
 */
export async function withLock<T>(root: string, use: () => Promise<T>): Promise<T> {
  if (isReadOnly(root)) return use()
  const lock = join(root, LOCK)
  const self = signature()
  await acquire(lock, self)
  try {
    return await use()
  } finally {
    giveBack(lock, self)
  }
}

function isReadOnly(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return false
  } catch (error) {
    return codeOf(error) === 'EROFS'
  }
}

/** Removes the lock, unless another run holds it by now, as after somebody deleted ours. */
function giveBack(lock: string, self: string): void {
  if (holderTextAt(lock) === self) rmSync(lock, { force: true })
}

const POLL_MS = 50
/** Half a minute: a register of ten thousand partnerships is read in a few seconds. */
const MOST_POLLS = 600

async function acquire(lock: string, self: string): Promise<void> {
  for (let polls = 0; !take(lock, self); polls++) {
    const there = lockAt(lock)
    if (there !== undefined && isLeft(lock, there)) takeAway(lock, there)
    else if (polls >= MOST_POLLS) throw inUse(lock, there?.holder)
    else {
      if (polls === 0 && there !== undefined) await refuseToWait(lock, there)
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }
}

/**
 * Makes the lock; false where there is one. It is a link whose target names the process: a link is made in one step, so a
 * run that is killed never leaves a lock without a holder. Where links cannot be made, it is a file.
 */
function take(lock: string, self: string): boolean {
  try {
    symlinkSync(self, lock)
    return true
  } catch (error) {
    if (isTaken(error)) return false
    if (!['EPERM', 'ENOSYS', 'ENOTSUP'].includes(codeOf(error))) throw unwritable(lock, error)
  }
  return takeByFile(lock, self)
}

/** Gives a signed file the lock's name; on disks without hard links, the lock is made and then signed. */
function takeByFile(lock: string, self: string): boolean {
  const signed = freeName(dirname(lock))
  try {
    writeFileSync(signed, self, { flag: 'wx' })
    linkSync(signed, lock)
    return true
  } catch (error) {
    if (isTaken(error)) return false
    if (!existsSync(signed)) throw unwritable(lock, error)
  } finally {
    rmSync(signed, { force: true })
  }
  return takeUnsigned(lock, self)
}

function takeUnsigned(lock: string, self: string): boolean {
  try {
    writeFileSync(lock, self, { flag: 'wx' })
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw unwritable(lock, error)
  }
}

const isTaken = (error: unknown) => codeOf(error) === 'EEXIST'

/**
 * The lock; undefined where it is gone by now. A link is read, and never followed.
 * @throws UsageError for anything that no run makes, such as a folder, a pipe, or a file with another text
 */
function lockAt(lock: string): Lock | undefined {
  const stats = lstatSync(lock, { throwIfNoEntry: false })
  if (stats === undefined) return undefined
  const text = stats.isSymbolicLink() ? linkAt(lock) : signedText(lock)
  if (text === undefined) return undefined
  const holder = holderIn(text)
  if (holder === undefined && text !== '') throw new UsageError(`${lock} is not as partners makes it`, NO_LOCK)
  return { text, holder }
}

const NO_LOCK = 'it should show which run is changing the register, but no run wrote it; delete it'

/** The text of a lock that is a file, empty while it is being signed; undefined where there is none. */
function signedText(lock: string): string | undefined {
  const read = openFile(lock, MAX_BYTES)
  if (read === undefined || !('problem' in read)) return read?.toString('utf8')
  if (read.problem === 'changed') return ''
  throw unreadable(lock, read, NO_LOCK)
}

/** The target of a link; undefined where there is no link. */
function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}

/** Did the run of a lock end without removing it, or before signing it? */
const isLeft = (lock: string, { holder }: Lock): boolean =>
  holder === undefined ? isOlder(lock, UNSIGNED_MS) : holderState(holder) === 'is gone'

const UNSIGNED_MS = 60_000
/** No change takes as long as this. */
const LEFT_MS = 600_000

/** By the clock of the disk, which need not be the one of this machine. */
function isOlder(lock: string, age: number): boolean {
  const now = freeName(dirname(lock))
  try {
    const made = lstatSync(lock).mtimeMs
    writeFileSync(now, '', { flag: 'wx' })
    return lstatSync(now).mtimeMs - made > age
  } catch {
    return false
  } finally {
    rmSync(now, { force: true })
  }
}

/**
 * Whether a run on another machine is still going is not known; but no run holds a lock that was committed, or is old.
 * @throws UsageError where there is no point in waiting
 */
async function refuseToWait(lock: string, { text: says, holder }: Lock): Promise<void> {
  if (holder !== undefined && holderState(holder) !== 'unknown') return
  const folder = realpathSync(dirname(lock))
  const inGit = await answerOf(folder, 'ls-files', '--stage', '--', join(folder, basename(lock)))
  const [, id] = /^\d+ ([0-9a-f]+)/.exec(inGit ?? '') ?? []
  if (id !== undefined && id === objectId(Buffer.from(says), id))
    throw new UsageError(
      `${lock} was committed to git, so no run holds it`,
      `git rm --force ${LOCK} in its folder removes it`,
    )
  if (isOlder(lock, LEFT_MS)) throw inUse(lock, holder)
}

/** Removes a lock that was left: it is moved aside first, and put back if another run has taken it in the meantime. */
function takeAway(lock: string, left: Lock): void {
  const aside = freeName(dirname(lock))
  try {
    renameSync(lock, aside)
    if (holderTextAt(aside) !== left.text) putBack(aside, lock)
    rmSync(aside, { force: true })
  } catch {
    // another run was quicker
  }
}

/** The text of a lock; undefined for anything else. */
function holderTextAt(path: string): string | undefined {
  try {
    return lockAt(path)?.text
  } catch {
    return undefined
  }
}

/** Puts a lock back, but never over one that a third run has made by now. */
function putBack(aside: string, lock: string): void {
  try {
    const link = linkAt(aside)
    if (link === undefined) linkSync(aside, lock)
    else symlinkSync(link, lock)
  } catch (error) {
    if (!isTaken(error)) renameSync(aside, lock)
  }
}

const inUse = (lock: string, holder: Holder | undefined) =>
  new UsageError(
    `another run of partners is changing this register${holder ? ` (process ${holder.pid} on ${holder.host})` : ''}`,
    `wait until it ends; if there is none, delete ${lock}`,
  )
