import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { UsageError } from '../model/usage-error.js'
import { unwritable } from './write-file.js'

/** Who is changing a register. */
interface Holder {
  readonly pid: number
  readonly host: string
}

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
    rmSync(lock, { force: true })
  }
}

const POLL_MS = 50
/** Half a minute: a register of ten thousand partnerships is read in some seconds. */
const MOST_POLLS = 600

async function acquire(lock: string): Promise<void> {
  for (let polls = 0; !take(lock); polls++) {
    const holder = holderOf(lock)
    if (holder !== undefined && isGone(holder)) takeAway(lock, holder)
    else if (polls >= MOST_POLLS) throw inUse(lock, holder)
    else await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

/** Makes the lock; false where there is one. */
function take(lock: string): boolean {
  try {
    const handle = openSync(lock, 'wx', 0o644)
    const self: Holder = { pid: process.pid, host: hostname() }
    writeSync(handle, JSON.stringify(self))
    closeSync(handle)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw unwritable(lock, error)
  }
}

/** Undefined where the lock is gone by now, or is just being written. */
function holderOf(lock: string): Holder | undefined {
  try {
    const { pid, host } = JSON.parse(readFileSync(lock, 'utf8')) as Partial<Holder>
    return Number.isInteger(pid) && typeof host === 'string' ? { pid: pid!, host } : undefined
  } catch {
    return undefined
  }
}

/** Has the run ended without taking its lock away? Of another machine that cannot be told. */
function isGone({ pid, host }: Holder): boolean {
  if (host !== hostname()) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Moved aside first: a lock that somebody else took in the meantime is put back. */
function takeAway(lock: string, gone: Holder): void {
  const aside = `${lock}-${process.pid}.tmp`
  try {
    renameSync(lock, aside)
    const moved = holderOf(aside)
    if (moved?.pid !== gone.pid) renameSync(aside, lock)
    else rmSync(aside, { force: true })
  } catch {
    // somebody else was quicker
  }
}

const inUse = (lock: string, holder: Holder | undefined) =>
  new UsageError(
    `another run of partners is changing this register${holder ? ` (process ${holder.pid} on ${holder.host})` : ''}`,
    `wait until it ends; if there is none, delete ${lock}`,
  )
