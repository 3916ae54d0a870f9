import { entryOf, type Node, type ScalarNode, type Span } from '../document/node.js'
import type { Place } from './place.js'

/** The stretch of text of a place. That of an absent value is the key of its nearest parent. */
export function spanOf(root: Node | undefined, place: Place): Span {
  let node = root
  let key: ScalarNode | undefined = firstKey(root)
  if (node === undefined) return { start: 0, end: 0 }
  for (const [depth, step] of place.path.entries()) {
    if (node.kind === 'map' && typeof step === 'string') {
      const entry = entryOf(node, step)
      if (entry === undefined) return key ?? node
      key = entry.key
      node = entry.value
    } else if (node.kind === 'list' && typeof step === 'number') {
      const item: Node | undefined = node.items[step]
      if (item === undefined) return key ?? node
      node = item
      key = firstKey(node) ?? key
    } else {
      return key ?? node
    }
    if (depth === place.path.length - 1) return part(node, key, place)
  }
  return key ?? node
}

function part(node: Node, key: ScalarNode | undefined, place: Place): Span {
  if (place.within !== undefined) return { start: node.start + place.within.start, end: node.start + place.within.end }
  const empty = node.kind === 'scalar' && node.style === 'absent'
  return (place.on === 'key' || empty) && key !== undefined ? key : node
}

const firstKey = (node: Node | undefined) => (node?.kind === 'map' ? node.entries[0]?.key : undefined)
