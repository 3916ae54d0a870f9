import { fieldMeta, type FieldMeta } from '../../model/field.js'
import { RECORD_SCHEMAS } from '../../model/record-schemas.js'
import { childOf, itemName, keysOf, metaAt, schemaAt } from '../../model/schema-walk.js'
import type { Path } from '../../document/node.js'
import type { Source, Word } from './source.js'
import type { SetKind } from './register-words.js'

/**
 * Paths of fields, `value.amount` or `risks[workforce].owner`, each with its help. Items of a list are those of the
 * record, and are offered once the user has begun to type the list; likewise paths under `unknown`.
 */
export const fieldPaths = (kind: SetKind, data: unknown, prefix: string): Word[] => [
  ...pathsBelow({ kind, prefix }, [], '', data),
]

interface Search {
  readonly kind: SetKind
  readonly prefix: string
}

function* pathsBelow(search: Search, path: Path, above: string, data: unknown): Iterable<Word> {
  const { schema } = RECORD_SCHEMAS[search.kind]
  for (const key of keysOf(schemaAt(schema, path)) ?? []) {
    const meta = metaAt(schema, [...path, key])
    // only the tool writes stamps
    if (meta === undefined || key === 'stamp') continue
    const name = above === '' ? key : `${above}.${key}`
    const value = childOf(data, key)
    if (above === '' && key === UNKNOWN) yield* pathsUnknown(search, data, meta)
    else if (meta.kind === 'group') yield* pathsBelow(search, [...path, key], name, value)
    else if (isListOfGroups(schemaAt(schema, [...path, key, 0]))) {
      if (isBegun(name, search.prefix)) yield* pathsOfItems(search, [...path, key], name, value, meta)
    } else yield { value: name, description: meta.help }
  }
}

const UNKNOWN = 'unknown'

/** Paths such as `unknown.value.amount`. */
function* pathsUnknown({ kind, prefix }: Search, data: unknown, { help }: FieldMeta): Iterable<Word> {
  if (!isBegun(UNKNOWN, prefix)) return
  for (const { value } of fieldPaths(kind, data, prefix.slice(UNKNOWN.length + 1)))
    if (!value.startsWith(UNKNOWN)) yield { value: `${UNKNOWN}.${value}`, description: help }
}

function* pathsOfItems(search: Search, path: Path, above: string, data: unknown, meta: FieldMeta): Iterable<Word> {
  for (const [index, item] of (Array.isArray(data) ? data : []).entries())
    yield* pathsBelow(search, [...path, index], `${above}[${itemName(item, meta.identity) ?? index + 1}]`, item)
}

const isBegun = (name: string, prefix: string) => prefix !== '' && (name.startsWith(prefix) || prefix.startsWith(name))
const isListOfGroups = (item: ReturnType<typeof schemaAt>) => item !== undefined && keysOf(item) !== undefined

/** The values of a field: its words, or their source; undefined for any text. */
export function fieldValues(kind: SetKind, path: string): readonly Word[] | Source | undefined {
  const keys = [...path.matchAll(/\[[^\]]*\]|[^.[\]]+/g)].map(([key]) => (key.startsWith('[') ? 0 : key))
  const { schema } = RECORD_SCHEMAS[kind]
  const found = schemaAt(schema, keys)
  const meta = found && fieldMeta.get(found as never)
  if (meta === undefined) return undefined
  const { enum: values, enumDescriptions = [] } = meta.json as { enum?: string[]; enumDescriptions?: string[] }
  if (values !== undefined) return values.map((value, index) => ({ value, description: enumDescriptions[index] }))
  if (meta.kind === 'flag') return [{ value: 'true' }, { value: 'false' }]
  const item = meta.kind === 'list' ? schemaAt(found!, [0]) : undefined
  const names = meta.names ?? (item && fieldMeta.get(item as never)?.names)
  return names === undefined ? undefined : { names }
}
