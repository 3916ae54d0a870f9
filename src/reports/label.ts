import { metaAt } from '../model/schema-walk.js'

type Schema = Parameters<typeof metaAt>[0]

/** A path as its fields are called: `value.direction` is Value: direction. */
export function labelOf(schema: Schema, path: string): string {
  const keys = path.split('.')
  const labels = keys.map((key, depth) => metaAt(schema, keys.slice(0, depth + 1))?.label ?? key)
  return labels.map((it, depth) => (depth === 0 ? it : it.toLowerCase())).join(': ')
}
