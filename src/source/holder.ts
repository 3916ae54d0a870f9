import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

/** Who is changing a register. */
export interface Holder {
  readonly pid: number
  /** When the process began; undefined where the system does not say. */
  readonly start: string | undefined
  readonly host: string
}

/** What a lock of this run says. */
export function signature(): string {
  const start = startOf(process.pid)
  return `${process.pid}${start === undefined ? '' : `.${start}`}@${hostname()}`
}

/** Undefined for what no run has signed. */
export function holderIn(text: string): Holder | undefined {
  const [, pid, start, host] = /^(\d+)(?:\.(\d+))?@(.+)$/.exec(text) ?? []
  return host === undefined ? undefined : { pid: Number(pid), start, host }
}

/** Does the run of a lock continue? For another machine, and for a process without its beginning, that is not known. */
export function holderState({ pid, start, host }: Holder): 'goes on' | 'is gone' | 'unknown' {
  if (host !== hostname()) return 'unknown'
  if (!isRunning(pid)) return 'is gone'
  const now = startOf(pid)
  if (start === undefined || now === undefined) return 'unknown'
  return start === now ? 'goes on' : 'is gone'
}

/**
 * Does a process of this machine still run? A number that no process can have is one of none, and one that has ended is
 * gone, even where nobody has asked how it ended.
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
 * When a process of this machine began, in ticks since the machine did: another process that has its number later began
 * at another one. Undefined where that is not known, as everywhere but on Linux.
 */
export const startOf = (pid: number): string | undefined => statusOf(pid)?.[START]

/** Where they stand in /proc/PID/stat behind the name of the program, which is in brackets and may hold anything. */
const [STATE, START] = [0, 19]

function statusOf(pid: number): readonly string[] | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return status.slice(status.lastIndexOf(') ') + 2).split(' ')
  } catch {
    return undefined
  }
}
