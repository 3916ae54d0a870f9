import type { Day, InexactDay } from './day.js'
import { getOrMake } from './get-or-make.js'
import { lookUp } from './look-up.js'
import type { Organisation } from './organisation.js'
import type { Register } from './register.js'

/** The id of what an organisation became by mergers up to a day; its own id where it was not merged. */
export function successorOf(register: Register, id: string, asOf: Day): string {
  const next = (of: string): string | undefined => {
    const merged = lookUp(register).organisation.get(of)?.merged
    return merged === undefined || (merged.on !== undefined && merged.on.first > asOf) ? undefined : merged.into
  }
  if (next(id) === undefined) return id // true of nearly all, and called for each partner of each partnership
  const known = getOrMake(
    getOrMake(followed, register, () => new Map()),
    asOf,
    () => new Map(),
  )
  const line = new Set<string>()
  let last = id
  for (let into = next(id); into !== undefined && !known.has(last) && !line.has(last); into = next(last)) {
    line.add(last)
    last = into
  }
  // in a circle of mergers, and in what leads there, every organisation stays itself
  const isCircle = line.has(last) || known.get(last) === last
  for (const it of line) known.set(it, isCircle ? it : (known.get(last) ?? last))
  return known.get(id)!
}

/** The successors of organisations that were merged; each line of mergers is followed once. */
const followed = new WeakMap<Register, Map<Day, Map<string, string>>>()

/** An organisation, and what it became by one merger or several. */
export interface Succession {
  readonly old: Organisation
  readonly into: Organisation
  /** The day of the last of these mergers; undefined where the day of one of them is not stated. */
  readonly on: InexactDay | undefined
}

/** The first of an organisation's successors that is among some ids; undefined where none is. */
export function successionOf(register: Register, id: string, ids: ReadonlySet<string>): Succession | undefined {
  const known = lookUp(register).organisation
  const old = known.get(id)
  const seen = new Set([id])
  const days: (InexactDay | undefined)[] = []
  for (let step = old?.merged; step !== undefined && !seen.has(step.into); step = known.get(step.into)?.merged) {
    seen.add(step.into)
    days.push(step.on)
    const into = ids.has(step.into) ? known.get(step.into) : undefined
    if (into !== undefined) return { old: old!, into, on: latestOf(days) }
  }
  return undefined
}

const latestOf = (days: readonly (InexactDay | undefined)[]) =>
  days.includes(undefined) ? undefined : days.reduce((latest, it) => (it!.last > latest!.last ? it : latest))
