import type { Path, PathKey } from '../document/node.js'
import type { FieldMeta } from './field.js'
import { isMap } from './same.js'
import { keysOf, metaAt, schemaAt, type Schema } from './schema-walk.js'

/** The properties in the catalogue by which values are looked up. */
type Property = 'names' | 'past'

/** A value of a field that has the property. */
interface FieldValue {
  readonly path: Path
  readonly value: unknown
  readonly meta: FieldMeta
}

/** Every stated value of fields that have a property, without those of policy entries that are off. */
export function fieldValues(schema: Schema, record: unknown, property: Property): readonly FieldValue[] {
  const found: FieldValue[] = []
  const path: PathKey[] = []
  below(fieldsWith(schema, property), record)
  return found

  function below(fields: Fields | undefined, value: unknown): void {
    if (fields === undefined || value === undefined || value === null) return
    if (fields.meta !== undefined) found.push({ path: [...path], value, meta: fields.meta })
    else if (Array.isArray(value)) {
      for (const [index, it] of value.entries()) at(index, fields.each, it)
    } else if (isMap(value) && value['off'] === undefined) {
      const { each } = fields
      if (each === undefined) for (const [key, inner] of fields.keys) at(key, inner, value[key])
      else for (const key of Object.keys(value)) at(key, each, value[key])
    }
  }

  function at(key: PathKey, fields: Fields | undefined, value: unknown): void {
    path.push(key)
    below(fields, value)
    path.pop()
  }
}

/** A field that has the property, or below which one does. */
export interface Fields {
  readonly meta?: FieldMeta
  /** Of an item of a list, or of a map of free keys. */
  readonly each?: Fields | undefined
  readonly keys: readonly (readonly [string, Fields])[]
}

/** The part of a schema that leads to fields that have a property; made once, as most fields have none. */
export function fieldsWith(schema: Schema, property: Property): Fields | undefined {
  const inner = schemaAt(schema, [])!
  const ofProperty = known[property]
  if (!ofProperty.has(inner)) ofProperty.set(inner, find(inner, property))
  return ofProperty.get(inner)
}

const known: Readonly<Record<Property, Map<Schema, Fields | undefined>>> = { names: new Map(), past: new Map() }

function find(schema: Schema, property: Property): Fields | undefined {
  const meta = metaAt(schema, [])
  if (meta?.[property] !== undefined) return { meta, keys: [] }
  const at = (key: PathKey) => {
    const found = schemaAt(schema, [key])
    return found && fieldsWith(found, property)
  }
  const keys = (keysOf(schema) ?? []).flatMap((key) => {
    const found = at(key)
    return found === undefined ? [] : [[key, found] as const]
  })
  const each = meta?.kind === 'list' || meta?.kind === 'map' ? at(0) : undefined
  return keys.length === 0 && each === undefined ? undefined : { each, keys }
}
