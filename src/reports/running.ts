import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { by } from '../model/order.js'

/** Partnerships that have not ended, and how parts belong to their wholes. */
export interface Running {
  /** By name, parts among them. */
  readonly all: readonly Partnership[]
  /** Those of them that are no part of another: what counts of partnerships are made of. */
  readonly wholes: readonly Partnership[]
  /** The whole that a partnership is a part of; a whole is its own. */
  wholeOf(partnership: Partnership): Partnership
}

/** A part whose whole has ended, or is not in the register, stands for itself: nothing that runs is left out. */
export function runningOf({ partnerships }: Register): Running {
  const all = partnerships.filter((it) => it.status !== 'ended').sort(by((it) => it.name))
  const byId = new Map(all.map((it) => [it.id, it]))
  const wholeOf = (part: Partnership): Partnership => {
    const seen = new Set<Partnership>()
    let whole = part
    for (let next = byId.get(part.parent ?? ''); next !== undefined; next = byId.get(whole.parent ?? '')) {
      if (seen.has(next)) return part // a circle of parents has no whole
      seen.add((whole = next))
    }
    return whole
  }
  return { all, wholes: all.filter((it) => wholeOf(it) === it), wholeOf }
}
