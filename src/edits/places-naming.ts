import type { Path } from '../document/node.js'
import type { Named } from '../model/field.js'
import type { Filed } from '../model/place.js'
import { kindOf, RECORD_SCHEMAS } from '../model/record-schemas.js'
import type { Register } from '../model/register.js'
import { keysOf, metaAt, schemaAt, type Schema } from '../model/schema-walk.js'

/** A value that names a record or role. */
export interface NamingPlace {
  readonly file: string
  readonly path: Path
}

/** Every value of the register's own files that names a record by its id, or a role by one of its names. */
export function placesNaming(register: Register, what: Named, name: string): NamingPlace[] {
  const { settings, partnerships, organisations, updates } = register
  return [settings, ...partnerships, ...organisations, ...updates].flatMap((record) => namesIn(record, what, name))
}

/** Those of one record. */
export function namesIn(record: Filed, what: Named, name: string): NamingPlace[] {
  const kind = kindOf(record.file)!
  const found: NamingPlace[] = []
  const { schema } = RECORD_SCHEMAS[kind]
  walk(schema, record, [])
  return found

  function walk(schema: Schema | undefined, value: unknown, path: Path): void {
    if (schema === undefined || value === undefined || value === null) return
    if (Array.isArray(value)) {
      const item = schemaAt(schema, [0])
      for (const [index, it] of value.entries()) walk(item, it, [...path, index])
    } else if (typeof value === 'object') {
      for (const key of keysOf(schemaAt(schema, [])) ?? [])
        walk(schemaAt(schema, [key]), (value as Record<string, unknown>)[key], [...path, key])
    } else if (value === name && metaAt(schema, [])?.names === what) found.push({ file: record.file, path })
  }
}
