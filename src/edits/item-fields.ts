import type { Path } from '../document/node.js'
import type { FieldMeta } from '../model/field.js'
import { partnershipSchema } from '../model/partnership.js'
import { isRequired, keysOf, metaAt, schemaAt, type Schema } from '../model/schema-walk.js'
import { isPlainList } from './check-value.js'
import { ITEM_KINDS, type ItemKind, type ItemKindName } from './item-kinds.js'

/** A field of an item, as an option of the command line. */
export interface ItemField {
  /** `due`, `signed-by`; of a comment on a grade `governance-comment`. */
  readonly option: string
  /** From the item. */
  readonly path: readonly string[]
  readonly meta: FieldMeta
  readonly isList: boolean
  /** Of a list of single values, what the catalogue says of one. */
  readonly item: FieldMeta | undefined
  readonly isRequired: boolean
  /** The allowed values, where the list is closed. */
  readonly choices: readonly string[] | undefined
}

/** The schema of one item of a kind. */
export const itemSchema = (kind: ItemKindName): Schema => schemaAt(partnershipSchema, [ITEM_KINDS[kind].list, 0])!

/** The fields of a kind of item that are given as text; lists of items of their own, and what the tool fills, are none. */
export function itemFields(name: ItemKindName): ItemField[] {
  const kind: ItemKind = ITEM_KINDS[name]
  const schema = itemSchema(name)
  const keys = keysOf(schema) ?? []
  return keys
    .filter((key) => !kind.made?.includes(key))
    .flatMap((key) =>
      metaAt(schema, [key])?.kind === 'group' ? commentFields(schema, key) : fieldOf(schema, key, [key], kind.requires),
    )
}

/** A group of comments has one for each aspect: `--governance-comment`. */
const commentFields = (schema: Schema, group: string): ItemField[] =>
  (keysOf(schemaAt(schema, [group])) ?? []).flatMap((key) => fieldOf(schema, `${key}-comment`, [group, key]))

function fieldOf(
  schema: Schema,
  option: string,
  path: readonly string[],
  requires: readonly string[] = [],
): ItemField[] {
  const meta = metaAt(schema, path as Path)
  const isList = meta?.kind === 'list'
  if (meta === undefined || (isList && !isPlainList(schema, path))) return []
  const item = isList ? metaAt(schema, [...path, 0]) : undefined
  const values = (item ?? meta).json['enum']
  return [
    {
      option,
      path,
      meta,
      isList,
      item,
      isRequired: path.length === 1 && (isRequired(schema, path[0]!) || requires.includes(option)),
      choices: Array.isArray(values) ? (values as string[]) : undefined,
    },
  ]
}
