import { lstatSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { UsageError } from '../model/usage-error.js'
import { isRunning } from './is-running.js'
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

/**
 * Makes the lock; false where there is one. It is a link that leads to nothing but says who made it: that comes into being
 * at once, so that a run which is killed never leaves a lock without a holder. Where no links can be made it is a file.
 */
function take(lock: string): boolean {
  const self = `${process.pid}@${hostname()}`
  try {
    symlinkSync(self, lock)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (code !== 'EPERM' && code !== 'ENOSYS' && code !== 'ENOTSUP') throw unwritable(lock, error)
  }
  return takeByFile(lock, self)
}

function takeByFile(lock: string, self: string): boolean {
  try {
    writeFileSync(lock, self, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw unwritable(lock, error)
  }
}

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
