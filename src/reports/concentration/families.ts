import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { runningPartnerships } from '../../model/hierarchy.js'

/** A partnership with all its parts, at any depth; it counts once. */
export interface Family {
  readonly root: Partnership
  readonly parts: readonly Partnership[]
}

export function familiesOf(register: Register): Family[] {
  const { held, partsOf } = runningPartnerships(register)
  return held.map((root) => ({ root, parts: partsOf(root) }))
}
