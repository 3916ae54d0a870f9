import type * as z from 'zod'
import type { Path } from '../document/node.js'
import { fieldMeta, type FieldMeta } from '../model/field.js'
import { schemaAt, keysOf } from '../model/schema-walk.js'
import { matchItems } from './match-items.js'
import { isMap, isNothing, isSame } from '../model/same.js'

/** An item of a list, or a named entry of a map, that contains a value. */
export interface Item {
  /** The schema of one item, whose label is, for example, `Risk`. */
  readonly schema: Schema | undefined
  /** The name of an entry of a map; undefined for an item of a list. */
  readonly name: string | undefined
  readonly before: unknown
  readonly after: unknown
}

/** A value that changed; undefined where there was or is none. */
export interface FieldChange {
  /** Names of the fields on the way, without positions: `['risks', 'owner']`. */
  readonly keys: readonly string[]
  /** Their labels. */
  readonly labels: readonly string[]
  /** The items on the way, the outermost first; the last one may itself be what was added or removed. */
  readonly items: readonly Item[]
  readonly schema: Schema | undefined
  readonly before: unknown
  readonly after: unknown
  /** Where it was and is, or would be. */
  readonly beforePath: Path
  readonly afterPath: Path
}

export type Schema = Parameters<typeof schemaAt>[0]
type Way = Pick<FieldChange, 'keys' | 'labels' | 'items' | 'beforePath' | 'afterPath'>

/**
 * Every value that differs between two records of one kind. Items of lists are matched, whatever their order; an item or
 * group of fields that was added or removed is one change. Layout, order and spelling do not count.
 */
export function compareRecords(schema: Schema, before: unknown, after: unknown): FieldChange[] {
  const found: FieldChange[] = []
  compare(schema, before, after, { keys: [], labels: [], items: [], beforePath: [], afterPath: [] }, found)
  return found
}

function compare(schema: Schema | undefined, before: unknown, after: unknown, way: Way, found: FieldChange[]): void {
  const inner = schema && schemaAt(schema, [])
  const meta = metaOf(inner)
  const fields = inner && keysOf(inner)
  const isWhole = way.keys.length === 0
  if (fields !== undefined && (isWhole || (isMap(before) && isMap(after)))) {
    for (const key of fields) {
      const field = schemaAt(inner!, [key])
      const label = metaOf(field)?.label ?? key
      compare(field, childOf(before, key), childOf(after, key), below(way, key, label), found)
    }
  } else if (meta?.kind === 'list') compareLists(inner!, meta, before, after, way, found)
  else if (meta?.kind === 'map' && inner!._zod.def.type === 'record')
    compareMaps(schemaAt(inner!, ['']), before, after, way, found)
  else if (!isSame(before, after)) found.push({ ...way, schema: inner, before, after })
}

function compareLists(
  schema: Schema,
  { identity }: FieldMeta,
  before: unknown,
  after: unknown,
  way: Way,
  found: FieldChange[],
): void {
  const [older, newer] = [asList(before), asList(after)]
  const itemSchema = schemaAt(schema, [0])
  for (const match of matchItems(older, newer, identity)) {
    const [was, is] = [itemAt(older, match.before), itemAt(newer, match.after)]
    if (was === undefined && is === undefined) continue // the change is reported for the item that it was combined with
    const there: Way = {
      ...way,
      items: [...way.items, { schema: itemSchema, name: undefined, before: was, after: is }],
      beforePath: match.before === undefined ? way.beforePath : [...way.beforePath, match.before],
      afterPath: match.after === undefined ? way.afterPath : [...way.afterPath, match.after],
    }
    if (was === undefined || is === undefined) found.push({ ...there, schema: itemSchema, before: was, after: is })
    else compare(itemSchema, was, is, there, found)
  }
}

function compareMaps(valueSchema: Schema | undefined, before: unknown, after: unknown, way: Way, found: FieldChange[]) {
  const [older, newer] = [isMap(before) ? before : {}, isMap(after) ? after : {}]
  for (const name of new Set([...Object.keys(newer), ...Object.keys(older)])) {
    const [was, is] = [childOf(older, name), childOf(newer, name)]
    const there: Way = {
      ...way,
      items: [...way.items, { schema: valueSchema, name, before: was, after: is }],
      beforePath: was === undefined ? way.beforePath : [...way.beforePath, name],
      afterPath: is === undefined ? way.afterPath : [...way.afterPath, name],
    }
    if (was === undefined || is === undefined) found.push({ ...there, schema: valueSchema, before: was, after: is })
    else compare(valueSchema, was, is, there, found)
  }
}

/** The catalogue's entry for a field. */
export const metaOf = (schema: Schema | undefined): FieldMeta | undefined =>
  schema && fieldMeta.get(schemaAt(schema, []) as z.ZodType)

const below = (way: Way, key: string, label: string): Way => ({
  ...way,
  keys: [...way.keys, key],
  labels: [...way.labels, label],
  beforePath: [...way.beforePath, key],
  afterPath: [...way.afterPath, key],
})

const childOf = (value: unknown, key: string): unknown => {
  const child = isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return isNothing(child) ? undefined : child
}
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const itemAt = (list: readonly unknown[], index: number | undefined) => (index === undefined ? undefined : list[index])
