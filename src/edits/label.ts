import type { Path } from '../document/node.js'
import { itemName, metaAt, type Schema } from '../model/schema-walk.js'
import { lowerFirst } from '../model/words.js'
import { childOf } from '../model/schema-walk.js'

/** The label of a field; of an entry in a map of free keys its key. */
export function labelOf(schema: Schema, path: Path): string {
  const last = path.at(-1)
  const isFree = path.length > 1 && metaAt(schema, path.slice(0, -1))?.kind === 'map'
  return (isFree ? undefined : metaAt(schema, path)?.label) ?? String(last ?? '')
}

/** A field in words, with the groups and items that it is in: `Owner of risk “workforce”`, `Amount of value`. */
export function fieldLabel(schema: Schema, record: unknown, path: Path): string {
  const said = [labelOf(schema, path)]
  for (let depth = path.length - 1; depth > 0; depth--) {
    const above = path.slice(0, depth)
    const key = above.at(-1)
    if (typeof key === 'number') {
      const list = above.slice(0, -1)
      const item = above.reduce<unknown>((value, step) => childOf(value, step), record)
      const name = itemName(item, metaAt(schema, list)?.identity)
      said.push(`${lowerFirst(labelOf(schema, above))}${name === undefined ? ` ${key + 1}` : ` “${name}”`}`)
      depth--
    } else said.push(lowerFirst(labelOf(schema, above)))
  }
  const [first, ...around] = said
  const isWord = typeof path.at(-1) === 'number'
  return [isWord ? `${first} ${Number(path.at(-1)) + 1}` : first, ...around].join(' of ')
}
