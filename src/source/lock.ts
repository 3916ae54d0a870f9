import { accessSync, constants, existsSync, linkSync, lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { UsageError } from '../model/usage-error.js'
import { holderIn, signature, holderState, type Holder } from './holder.js'
import { objectId } from './object-id.js'
import { bytesOf, codeOf } from './open-file.js'
import { answerOf } from './run-git.js'
import { freeName } from './temporary.js'
import { unwritable } from './write-file.js'

/** A lock that is there: what it says, and of whom; of nobody while it is not signed yet. */
interface Lock {
  readonly text: string
  readonly holder: Holder | undefined
}

/** Hidden, so that no reader takes it for a record. */
const LOCK = '.partners.lock'
/** It says a process and a machine. */
const MAX_BYTES = 1024

/**
 * Does something while nobody else changes the register: two runs never mix what they write. Waits for another run to
 * end; what a run left that was killed is taken over. On a disk that is read-only nobody changes anything, and what is
 * to be written is refused where it is written.
 * @throws UsageError when another run does not end in time, when what stands there is no lock of a run, or the folder
 *   cannot be written to
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

/** A lock that somebody else has by now, as after a person deleted ours, is not ours to take away. */
function giveBack(lock: string, self: string): void {
  if (holderTextAt(lock) === self) rmSync(lock, { force: true })
}

const POLL_MS = 50
/** Half a minute: a register of ten thousand partnerships is read in some seconds. */
const MOST_POLLS = 600

async function acquire(lock: string, self: string): Promise<void> {
  for (let polls = 0; !take(lock, self); polls++) {
    const there = lockAt(lock)
    if (there !== undefined && isLeft(lock, there)) takeAway(lock, there)
    else if (polls >= MOST_POLLS) throw inUse(lock, there?.holder)
    else {
      if (polls === 0 && there !== undefined) await refuseVain(lock, there)
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }
}

/**
 * Makes the lock; false where there is one. It is a link that leads to nothing but says who made it: that comes into being
 * at once, so that a run which is killed never leaves a lock without a holder. Where no links can be made it is a file.
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

/** A file that is signed before it gets the lock's name. Where a file has one name only, it is made and then signed. */
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
 * Undefined where the lock is gone by now. A link is never followed: it says all in itself.
 * @throws UsageError for what no run makes, such as a folder, a pipe, or a file with other words
 */
function lockAt(lock: string): Lock | undefined {
  const stats = lstatSync(lock, { throwIfNoEntry: false })
  if (stats === undefined) return undefined
  const text = stats.isSymbolicLink() ? linkAt(lock) : bytesOf(lock, MAX_BYTES, NO_LOCK)?.toString('utf8')
  if (text === undefined) return undefined
  const holder = holderIn(text)
  if (holder === undefined && text !== '') throw new UsageError(`${lock} is not as partners makes it`, NO_LOCK)
  return { text, holder }
}

const NO_LOCK = 'it should show which run is changing the register, but no run wrote it; delete it'

/** What a link says; undefined where there is none. */
function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}

/** Did the run of a lock end without taking it away, or before it was signed? */
const isLeft = (lock: string, { holder }: Lock): boolean =>
  holder === undefined ? isOlder(lock, UNSIGNED_MS) : holderState(holder) === 'is gone'

const UNSIGNED_MS = 60_000
/** No change takes so long. */
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
 * Whether the run of another machine continues is not known; but what came with a commit is of none, nor what is old.
 * @throws UsageError where to wait would be in vain
 */
async function refuseVain(lock: string, { text: says, holder }: Lock): Promise<void> {
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

/** Moved aside first: a lock that somebody else took in the meantime is put back. */
function takeAway(lock: string, left: Lock): void {
  const aside = freeName(dirname(lock))
  try {
    renameSync(lock, aside)
    if (holderTextAt(aside) !== left.text) putBack(aside, lock)
    rmSync(aside, { force: true })
  } catch {
    // somebody else was quicker
  }
}

/** Undefined for what is no lock. */
function holderTextAt(path: string): string | undefined {
  try {
    return lockAt(path)?.text
  } catch {
    return undefined
  }
}

/** Never over a lock that a third run has made by now. */
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
