import type { MapNode, Node } from '../node.js'

/** Do two trees have the same values at the same paths, each scalar in the same style? Keys may be in any order. */
export function sameValues(a: Node | undefined, b: Node | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.style === b.style && a.text === b.text
  if (a.kind === 'list')
    return (
      b.kind === 'list' &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => sameValues(item, b.items[index]))
    )
  return b.kind === 'map' && a.entries.length === b.entries.length && sameEntries(a, b)
}

function sameEntries(a: MapNode, b: MapNode): boolean {
  const values = new Map(b.entries.map(({ key, value }) => [key.text, value]))
  return a.entries.every(({ key, value }) => sameValues(value, values.get(key.text)))
}
