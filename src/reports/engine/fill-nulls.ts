import { canBeNull, elementOf, entryOf, shapeOf, type Schema } from './view-kind.js'

type Fill = (value: unknown) => unknown
type Group = Readonly<Record<string, unknown>>

/**
 * Puts null wherever a view may hold null and states nothing, so that every key is always there for templates and for
 * those who read the view as JSON. Keys come in the order of the schema.
 */
export const fillNulls = (view: unknown, schema: Schema): unknown => fillOf(schema)(view)

/** Views are long and their schemas are short: each schema is looked through once. */
const known = new WeakMap<Schema, Fill>()

function fillOf(schema: Schema): Fill {
  const found = known.get(schema) ?? nullOr(schema, insideOf(schema))
  known.set(schema, found)
  return found
}

function nullOr(schema: Schema, fill: Fill): Fill {
  const absent = canBeNull(schema) ? null : undefined
  return (value) => (value === undefined || value === null ? absent : fill(value))
}

function insideOf(schema: Schema): Fill {
  const shape = shapeOf(schema)
  if (shape !== undefined) return fillGroup(Object.entries(shape).map(([key, value]) => [key, fillOf(value)]))
  const element = elementOf(schema)
  if (element !== undefined) return (list) => (list as readonly unknown[]).map(fillOf(element))
  const entry = entryOf(schema)
  if (entry === undefined) return (value) => value
  const fill = fillOf(entry)
  return (map) => Object.fromEntries(Object.entries(map as Group).map(([key, value]) => [key, fill(value)]))
}

/** A key that the schema does not know is kept, so that a check against the schema finds it. */
const fillGroup =
  (fills: readonly (readonly [string, Fill])[]): Fill =>
  (group) => {
    const filled: Record<string, unknown> = {}
    for (const [key, fill] of fills) filled[key] = fill((group as Group)[key])
    for (const key of Object.keys(group as Group)) if (!Object.hasOwn(filled, key)) filled[key] = (group as Group)[key]
    return filled
  }
