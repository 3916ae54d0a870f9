import type { Path } from '../document/node.js'
import { childOf, itemName, metaAt, type Schema } from '../model/schema-walk.js'

/** The label of a field; for an entry in a map of free keys, its key. */
export function labelOf(schema: Schema, path: Path): string {
  const last = path.at(-1)
  const isFree = path.length > 1 && metaAt(schema, path.slice(0, -1))?.kind === 'map'
  return (isFree ? undefined : metaAt(schema, path)?.label) ?? String(last ?? '')
}

/** The path of a field as it is typed, with the names of items: `risks[workforce].accepted-by`, `partners[2].share`. */
export const namedPath = (schema: Schema, record: unknown, path: Path): string =>
  path.reduce<string>((named, key, index) => {
    if (typeof key === 'string') return named === '' ? key : `${named}.${key}`
    const item = path.slice(0, index + 1).reduce<unknown>((value, step) => childOf(value, step), record)
    return `${named}[${itemName(item, metaAt(schema, path.slice(0, index))?.identity) ?? key + 1}]`
  }, '')
