import type { Day } from './day.js'
import { lookUp } from './look-up.js'
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
