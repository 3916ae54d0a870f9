import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

/** The process that is changing a register. */
export interface Holder {
  readonly pid: number
  /** When the process began; undefined where the system does not say. */
  readonly start: string | undefined
  readonly host: string
}

/** The text of a lock of this run. */
export function signature(): string {
  const start = startOf(process.pid)
  return `${process.pid}${start === undefined ? '' : `.${start}`}@${hostname()}`
}

/** The holder in the text of a lock; undefined for other texts. */
export function holderIn(text: string): Holder | undefined {
  const [, pid, start, host] = /^(\d+)(?:\.(\d+))?@(.+)$/.exec(text) ?? []
  return host === undefined ? undefined : { pid: Number(pid), start, host }
}

/** Is the process of a lock still running? Not known for other machines, or without the start of the process. */
export function holderState({ pid, start, host }: Holder): 'goes on' | 'is gone' | 'unknown' {
  if (host !== hostname()) return 'unknown'
  if (!isRunning(pid)) return 'is gone'
  const now = startOf(pid)
  if (start === undefined || now === undefined) return 'unknown'
  return start === now ? 'goes on' : 'is gone'
}

/**
 * Is a process of this machine still running? A process that has ended but has not been waited for (a zombie) is not.
 */
export function isRunning(pid: number): boolean {
  if (pid < 1 || pid > MOST_PID) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false // otherwise it is somebody else's
  }
  return statusOf(pid)?.[STATE] !== 'Z'
}

const MOST_PID = 2 ** 31 - 1

/**
 * When a process of this machine started, in ticks since the machine did, which distinguishes it from a later process with
 * the same number. Undefined where that is not known, as everywhere but on Linux.
 */
export const startOf = (pid: number): string | undefined => statusOf(pid)?.[START]

/** Positions in /proc/PID/stat after the name of the program, which is in brackets and may contain anything. */
const [STATE, START] = [0, 19]

function statusOf(pid: number): readonly string[] | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return status.slice(status.lastIndexOf(') ') + 2).split(' ')
  } catch {
    return undefined
  }
}
