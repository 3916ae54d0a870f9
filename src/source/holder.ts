import { hostname } from 'node:os'
import { isRunning, startOf } from './is-running.js'

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
