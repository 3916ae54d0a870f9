import { namingOf, type Named } from './naming.js'
import { getOrMake } from './order.js'
import { RECORD_SCHEMAS } from './record-schemas.js'
import { fieldsWith, type Fields } from './field-values.js'
import { isMap } from './same.js'

/** `organisation old-id` or `partnership old-id` to the id that the record has now. */
export type IdRenames = ReadonlyMap<string, string>

/** What the fields of a key may name, from the catalogue (`FieldMeta.names`). */
const namedBy = (key: string): ReadonlySet<Named> | undefined => (naming ??= namingFields()).get(key)
let naming: ReadonlyMap<string, ReadonlySet<Named>> | undefined

function namingFields(): Map<string, Set<Named>> {
  const found = new Map<string, Set<Named>>()
  const walk = (fields: Fields | undefined, key: string): void => {
    if (fields === undefined) return
    if (fields.meta?.names !== undefined)
      for (const it of namingOf(fields.meta.names).kinds) getOrMake(found, key, () => new Set()).add(it)
    walk(fields.each, key)
    for (const [inner, it] of fields.keys) walk(it, inner)
  }
  for (const { schema } of Object.values(RECORD_SCHEMAS)) walk(fieldsWith(schema, 'names'), '')
  return found
}

/** A record with the present ids of those that it names: following a renaming is not a change. */
export function withRenamedIds<T extends object>(record: T, renames: IdRenames): T {
  if (renames.size === 0) return record
  const follow = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return key === 'file' ? renamedFile(value, renames) : renamedId(key, value, renames)
    if (Array.isArray(value)) return value.map((it) => follow(it, key))
    return isMap(value)
      ? Object.fromEntries(Object.entries(value).map(([name, it]) => [name, follow(it, name)]))
      : value
  }
  return follow(record, '') as T
}

function renamedId(key: string, value: string, renames: IdRenames): string {
  for (const kind of namedBy(key) ?? []) {
    const now = renames.get(`${kind} ${value}`)
    if (now !== undefined) return now
  }
  return value
}

/** The present file of a record whose id has changed; entries of the baseline name files. */
function renamedFile(file: string, renames: IdRenames): string {
  const parts = /^(partnership|organisation)s\/(?:.*\/)?([^/]+)(\.\w+)$/.exec(file)
  const now = parts === null ? undefined : renames.get(`${parts[1]} ${parts[2]}`)
  return now === undefined ? file : `${file.slice(0, file.lastIndexOf('/') + 1)}${now}${parts![3]}`
}
