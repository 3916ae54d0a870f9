import type { Day } from './day.js'
import { lookUp } from './look-up.js'
import type { Register } from './register.js'

/** The id of what an organisation became by mergers up to a day; its own where it was merged into nothing. */
export function successorOf(register: Register, id: string, asOf: Day): string {
  const seen = new Set<string>()
  let now = id
  while (!seen.has(now)) {
    seen.add(now)
    const merged = lookUp(register).organisation.get(now)?.merged
    if (merged === undefined || (merged.on !== undefined && merged.on.first > asOf)) return now
    now = merged.into
  }
  return id // a circle of mergers: nothing became of anything
}
