import type { Path } from '../node.js'
import type { Part } from './parts.js'

/** The order of the keys of the map at a path; undefined where any key is allowed, so that the writer decides. */
export type OrderOf = (path: Path) => readonly string[] | undefined

/** Keys in a given order. A key that is not in the order stays after the key before it, or at the beginning. */
export function inOrder(parts: readonly Part[], order: readonly string[] | undefined): readonly Part[] {
  if (order === undefined) return parts
  const place = new Map(order.map((key, index) => [key, index]))
  let rank = -1
  const ranked = parts.map((part) => ({ part, rank: (rank = place.get(part.key!.text) ?? rank) }))
  return ranked.sort((a, b) => a.rank - b.rank).map(({ part }) => part)
}
