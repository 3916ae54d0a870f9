import type { Node } from '../../src/document/node.js'
import {
  giveUp,
  type AnyShape,
  type GroupShape,
  type ListShape,
  type MapShape,
  type ScalarShape,
  type Shape,
} from '../../src/document/shape.js'
import { readingOfText } from '../../src/model/plain.js'

/*
 * Shapes for texts that no catalogue describes: what the careful reader found in a text, or what its lines look like.
 */

const SCALAR: ScalarShape = { kind: 'scalar', read: readingOfText, noted: () => undefined }

/** The shape that a tree has; a list has that of its first item. No group of the catalogue has a key with x-. */
export function shapeOfTree(node: Node): Shape {
  if (node.kind === 'scalar') return SCALAR
  if (node.kind === 'list') return { kind: 'list', item: node.items[0] ? shapeOfTree(node.items[0]) : SCALAR }
  const known = node.entries.filter(({ key }) => !key.text.startsWith('x-'))
  return groupOf(new Map(known.map(({ key, value }) => [key.text, shapeOfTree(value)])))
}

/** Whatever is written, as of a field that only its own schema can read. */
const ANY: AnyShape = {
  kind: 'any',
  scalar: SCALAR,
  get list(): ListShape {
    return { kind: 'list', item: ANY }
  },
  get map(): MapShape {
    return { kind: 'map', value: ANY }
  },
  finish: (plain) => plain,
}

/** A shape under which a text may be read even where it is refused: anything below the keys of its lines, without x-. */
export const likelyShape = (text: string): GroupShape =>
  groupOf(new Map([...text.matchAll(/^(?!x-)([A-Za-z0-9_][\w.[\]/-]*):/gm)].map(([, key]) => [key!, ANY])))

/** A group that makes a map of what is written, in the order of its keys. */
function groupOf(shapes: ReadonlyMap<string, Shape>): GroupShape {
  const keys = [...shapes.keys()]
  const inOrder = [...shapes.values()]
  return {
    kind: 'group',
    slots: new Map(keys.map((key, slot) => [key, slot])),
    shape: (slot) => inOrder[slot] ?? giveUp(),
    make: (values) =>
      Object.fromEntries(keys.flatMap((key, slot) => (values[slot] === undefined ? [] : [[key, values[slot]]]))),
  }
}
