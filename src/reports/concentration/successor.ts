import type { Day } from '../../model/day.js'
import type { Register } from '../../model/register.js'
import { organisationOf } from '../../policy/facts.js'

/** The id of what an organisation became by mergers up to a day; its own where it was merged into nothing. */
export function successorOf(register: Register, id: string, asOf: Day): string {
  const seen = new Set<string>()
  let now = id
  while (!seen.has(now)) {
    seen.add(now)
    const merged = organisationOf(register, now)?.merged
    if (merged === undefined || (merged.on !== undefined && merged.on.first > asOf)) return now
    now = merged.into
  }
  return id // a circle of mergers: nothing became of anything
}
