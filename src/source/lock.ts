import { existsSync, linkSync, lstatSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { UsageError } from '../model/usage-error.js'
import { isRunning } from './is-running.js'
import { freeName, unwritable } from './write-file.js'

/** Who is changing a register. */
interface Holder {
  readonly pid: number
  readonly host: string
}

const SELF: Holder = { pid: process.pid, host: hostname() }
const isSame = (one: Holder, other: Holder) => one.pid === other.pid && one.host === other.host

/** Hidden, so that no reader takes it for a record. */
const LOCK = '.partners.lock'

/**
 * Does something while nobody else changes the register: two runs never mix what they write. Waits for another run to
 * end; what a run left that was killed is taken over.
 * @throws UsageError when another run does not end in time, or the folder cannot be written to
 */
export async function withLock<T>(root: string, use: () => Promise<T>): Promise<T> {
  const lock = join(root, LOCK)
  await acquire(lock)
  try {
    return await use()
  } finally {
    giveBack(lock)
  }
}

/** A lock that somebody else has by now, as after a person deleted ours, is not ours to take away. */
function giveBack(lock: string): void {
  const holder = holderOf(lock)
  if (holder !== undefined && isSame(holder, SELF)) rmSync(lock, { force: true })
}

const POLL_MS = 50
/** Half a minute: a register of ten thousand partnerships is read in some seconds. */
const MOST_POLLS = 600

async function acquire(lock: string): Promise<void> {
  for (let polls = 0; !take(lock); polls++) {
    const holder = holderOf(lock)
    if (holder === undefined ? isLeftUnsigned(lock) : isGone(holder)) takeAway(lock, holder)
    else if (polls >= MOST_POLLS) throw inUse(lock, holder)
    else await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

/**
 * Makes the lock; false where there is one. It is a link that leads to nothing but says who made it: that comes into being
 * at once, so that a run which is killed never leaves a lock without a holder. Where no links can be made it is a file.
 */
function take(lock: string): boolean {
  const self = `${SELF.pid}@${SELF.host}`
  try {
    symlinkSync(self, lock)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (isTaken(error)) return false
    if (code !== 'EPERM' && code !== 'ENOSYS' && code !== 'ENOTSUP') throw unwritable(lock, error)
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

const isTaken = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST'

/** Undefined where the lock is gone by now, or is none of ours. */
function holderOf(lock: string): Holder | undefined {
  try {
    const said = lstatSync(lock).isSymbolicLink() ? readlinkSync(lock) : readFileSync(lock, 'utf8')
    const [, pid, host] = /^(\d+)@(.+)$/.exec(said) ?? []
    return host === undefined ? undefined : { pid: Number(pid), host }
  } catch {
    return undefined
  }
}

/** Has the run ended without taking its lock away? Of another machine that cannot be told. */
const isGone = ({ pid, host }: Holder): boolean => host === hostname() && !isRunning(pid)

/** Was a run killed between making its lock and signing it? A minute by the clock of the disk is enough for that. */
function isLeftUnsigned(lock: string): boolean {
  const made = lstatSync(lock, { throwIfNoEntry: false })?.mtimeMs
  if (made === undefined) return false
  const now = freeName(dirname(lock))
  try {
    writeFileSync(now, '', { flag: 'wx' })
    return lstatSync(now).mtimeMs - made > UNSIGNED_MS
  } catch {
    return false
  } finally {
    rmSync(now, { force: true })
  }
}

const UNSIGNED_MS = 60_000

/** Moved aside first: a lock that somebody else took in the meantime is put back. */
function takeAway(lock: string, gone: Holder | undefined): void {
  const aside = freeName(dirname(lock))
  try {
    renameSync(lock, aside)
    const moved = holderOf(aside)
    const isIt = moved === undefined || gone === undefined ? moved === gone : isSame(moved, gone)
    if (!isIt) putBack(aside, lock)
    rmSync(aside, { force: true })
  } catch {
    // somebody else was quicker
  }
}

/** Never over a lock that a third run has made by now. */
function putBack(aside: string, lock: string): void {
  try {
    if (lstatSync(aside).isSymbolicLink()) symlinkSync(readlinkSync(aside), lock)
    else linkSync(aside, lock)
  } catch (error) {
    if (!isTaken(error)) renameSync(aside, lock)
  }
}

const inUse = (lock: string, holder: Holder | undefined) =>
  new UsageError(
    `another run of partners is changing this register${holder ? ` (process ${holder.pid} on ${holder.host})` : ''}`,
    `wait until it ends; if there is none, delete ${lock}`,
  )
