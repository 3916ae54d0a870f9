import type { Day, InexactDay } from './day.js'
import { lookUp } from './look-up.js'
import type { Organisation } from './organisation.js'
import type { Register } from './register.js'

/** The id of what an organisation became by mergers up to a day; its own where it was merged into nothing. */
export function successorOf(register: Register, id: string, asOf: Day): string {
  const next = (of: string): string | undefined => {
    const merged = lookUp(register).organisation.get(of)?.merged
    return merged === undefined || (merged.on !== undefined && merged.on.first > asOf) ? undefined : merged.into
  }
  let into = next(id)
  if (into === undefined) return id // nearly all: asked for each partner of each partnership
  for (const seen = new Set([id]); !seen.has(into);) {
    seen.add(into)
    const after = next(into)
    if (after === undefined) return into
    into = after
  }
  return id // a circle of mergers: nothing became of anything
}

/** An organisation, and what it became by one merger or several. */
export interface Succession {
  readonly old: Organisation
  readonly into: Organisation
  /** The day of the last merger on the way; undefined where that of one of them is not stated. */
  readonly on: InexactDay | undefined
}

/** What an organisation became: the first of its successors that is among some ids; undefined where none is. */
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

const latestOf = (days: readonly (InexactDay | undefined)[]): InexactDay | undefined =>
  days.includes(undefined) ? undefined : days.reduce((latest, it) => (it!.last > latest!.last ? it : latest))
