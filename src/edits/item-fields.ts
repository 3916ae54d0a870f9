import type { FieldMeta } from '../model/field.js'
import { partnershipSchema } from '../model/partnership.js'
import { isRequired, keysOf, metaAt, schemaAt, type Schema } from '../model/schema-walk.js'
import { isPlainList } from './check-value.js'
import { ITEM_KINDS, type ItemKind, type ItemKindName } from './item-kinds.js'

/** A field of an item, as an option of the command line. */
export interface ItemField {
  /** `due` or `signed-by`; for a comment on a grade `governance-comment`. */
  readonly option: string
  /** From the item. */
  readonly path: readonly string[]
  readonly meta: FieldMeta
  readonly isList: boolean
  /** For a list of single values, the catalogue's entry for one of them. */
  readonly item: FieldMeta | undefined
  readonly isRequired: boolean
  /** The allowed values, where the list is closed. */
  readonly choices: readonly string[] | undefined
}

/** The schema of one item of a kind. */
export const itemSchema = (kind: ItemKindName): Schema => schemaAt(partnershipSchema, [ITEM_KINDS[kind].list, 0])!

/** The fields of a kind of item that are given as text: no lists of groups, and nothing that the tool fills. */
export function itemFields(name: ItemKindName): ItemField[] {
  const kind: ItemKind = ITEM_KINDS[name]
  const schema = itemSchema(name)
  return (keysOf(schema) ?? [])
    .filter((key) => !kind.filled?.includes(key))
    .flatMap((key) =>
      metaAt(schema, [key])?.kind === 'group' ? aspectFields(schema, key) : fieldOf(schema, key, [key], kind.requires),
    )
}

/** Comments, and the words of the source, have an option for each aspect: `--governance-comment`. */
const aspectFields = (schema: Schema, group: string): ItemField[] =>
  (keysOf(schemaAt(schema, [group])) ?? []).flatMap((key) =>
    fieldOf(schema, `${key}-${group === 'comments' ? 'comment' : group}`, [group, key]),
  )

function fieldOf(schema: Schema, option: string, path: readonly string[], requires: readonly string[] = []) {
  const meta = metaAt(schema, path)
  const isList = meta?.kind === 'list'
  if (meta === undefined || (isList && !isPlainList(schema, path))) return []
  const item = isList ? metaAt(schema, [...path, 0]) : undefined
  const values = (item ?? meta).json['enum']
  const choices = Array.isArray(values) ? (values as string[]) : undefined
  const isNeeded = path.length === 1 && (isRequired(schema, path[0]!) || requires.includes(option))
  return [{ option, path, meta, isList, item, isRequired: isNeeded, choices }]
}
