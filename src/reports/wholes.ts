import type { Partnership } from '../model/partnership.js'
import { by } from '../model/order.js'

/** A partnership with the parts that have entries of their own, and theirs. */
export interface Whole {
  readonly partnership: Partnership
  /** By name. */
  readonly parts: readonly Whole[]
}

/**
 * Partnerships with their parts inside, by name; each stands once. A part whose whole is not among them stands by itself,
 * and so does one of those that are in a mistake parts of each other.
 */
export function wholesOf(partnerships: readonly Partnership[]): Whole[] {
  const named = partnerships.toSorted(by((it) => it.name.toLowerCase()))
  const ids = new Set(named.map((it) => it.id))
  const placed = new Set<Partnership>()
  const place = (partnership: Partnership): Whole[] => {
    if (placed.has(partnership)) return []
    placed.add(partnership)
    return [{ partnership, parts: named.filter((it) => it.parent === partnership.id).flatMap(place) }]
  }
  const tops = named.filter(({ parent }) => parent === undefined || !ids.has(parent))
  return [...tops, ...named].flatMap(place)
}

/** All parts of a partnership, each followed by its own. */
export const allParts = ({ parts }: Whole): Whole[] => parts.flatMap((it) => [it, ...allParts(it)])
