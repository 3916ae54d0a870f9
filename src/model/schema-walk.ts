import type * as z from 'zod'
import type { Path, PathKey } from '../document/node.js'
import { fieldMeta, type FieldMeta } from './field.js'

export type Schema = z.core.$ZodType
interface Definition {
  type: string
  innerType?: Schema
  element?: Schema
  valueType?: Schema
  shape?: Record<string, Schema>
  getter?: () => Schema
}
const definition = (schema: Schema) => schema._zod.def as unknown as Definition

/** A schema without the layers that make it optional, defaulted or lazy. */
export function unwrap(schema: Schema): Schema {
  const { innerType, getter } = definition(schema)
  if (innerType !== undefined) return unwrap(innerType)
  return getter === undefined ? schema : unwrap(getter())
}

/** The schema of the value at a path; undefined where the schema has no such path. */
export function schemaAt(schema: Schema, path: Path): Schema | undefined {
  let found: Schema | undefined = unwrap(schema)
  for (const key of path) {
    if (found === undefined) return undefined
    const { shape, element, valueType } = definition(found)
    const next: Schema | undefined =
      shape === undefined ? (element ?? valueType) : Object.hasOwn(shape, key) ? shape[key] : undefined
    found = next && unwrap(next)
  }
  return found
}

/** The keys of a map of fields; undefined where any key is allowed. */
export function keysOf(schema: Schema | undefined): string[] | undefined {
  const shape = schema && definition(schema).shape
  return shape && Object.keys(shape)
}

/** Must a map have this key? */
export function isRequired(schema: Schema | undefined, key: string): boolean {
  const field = schema && definition(schema).shape?.[key]
  return field !== undefined && !['optional', 'default'].includes(definition(field).type)
}

/** Would the field at a path accept a text? */
export const takes = (schema: Schema, path: Path, text: string): boolean =>
  (schemaAt(schema, path) as z.ZodType | undefined)?.safeParse(text, WITHOUT_COMPILING).success === true

/**
 * Compiling schemas to code is worthwhile for tens of thousands of records, if at all: for 2,000 partnerships it made no
 * difference, and for the dozen of the embedded register it took a sixth of the time of `validate`.
 */
export const WITHOUT_COMPILING = { jitless: true }

/** The label, help, kind and so on of the field at a path. */
export function metaAt(schema: Schema, path: Path): FieldMeta | undefined {
  const found = schemaAt(schema, path)
  return found && fieldMeta.get(found as z.ZodType)
}

/** The name in papers of the field at a path such as `value.per`; a key without a field stays as it is. */
export function readerLabel(schema: Schema, path: string): string {
  const keys = path.split('.')
  const labels = keys.map((key, depth) => metaAt(schema, keys.slice(0, depth + 1))?.label ?? key)
  const needed = labels.filter((it, depth) => !isNamedIn(it, labels[depth + 1]))
  return metaAt(schema, keys)?.reader ?? needed.map((it, depth) => (depth === 0 ? it : it.toLowerCase())).join(': ')
}

/** Does the label of a field name its group, as `Day of the merger` does, so that it says enough by itself? */
export const isNamedIn = (group: string, label = ''): boolean => label.toLowerCase().includes(group.toLowerCase())

/**
 * A path as people read it, with list items by their names (`risks[workforce].owner`), or by position from 1 where they
 * have none. An item with a name keeps its path when the order of the list changes.
 */
export function identityPath(schema: Schema, data: unknown, path: Path): string {
  let text = ''
  let value: unknown = data
  path.forEach((key, index) => {
    const meta = metaAt(schema, path.slice(0, index))
    value = childOf(value, key)
    if (typeof key === 'number') text += `[${itemName(value, meta?.identity) ?? key + 1}]`
    else text += text === '' ? key : `.${key}`
  })
  return text
}

/** The name of an item of a list; undefined where it has none. */
export function itemName(item: unknown, identity: readonly string[] | undefined): string | undefined {
  if (typeof item === 'string') return item
  const known = identity?.[0] === 'id' && childOf(item, 'id') !== undefined ? ['id'] : keysKnownBy(item, identity)
  const names = known.map((key) => childOf(item, key)).filter((it) => it !== undefined && it !== null)
  if (names.length === 0) return undefined
  return names
    .map((it) => (typeof it === 'object' && 'written' in it ? String(it.written) : String(it as string | number)))
    .join(' ')
}

/** The keys that identify an item. A superseded one also has its day, as its successor has the same name. */
export function keysKnownBy(item: unknown, identity: readonly string[] = []): readonly string[] {
  if (!isSuperseded(item)) return identity
  const day = HISTORY.find((key) => childOf(item, key) !== undefined && childOf(item, key) !== 'none')
  return day === undefined || identity.includes(day) ? identity : [...identity, day]
}

/** Is an item kept as history only? */
export const isSuperseded = (item: unknown): boolean => childOf(item, 'status') === 'superseded'

/** The keys that distinguish it from its successor, the best first. */
const HISTORY = ['signed', 'expires', 'version']

/** The value of a key of a map or a position of a list; undefined where there is none. */
export const childOf = (value: unknown, key: PathKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<PathKey, unknown>)[key]
    : undefined
