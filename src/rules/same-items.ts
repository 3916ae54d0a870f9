import { at, type Filed, type Place } from '../model/place.js'
import { getOrMake } from '../model/order.js'
import { kindOf, RECORD_SCHEMAS } from '../model/record-schemas.js'
import { keysKnownBy, keysOf, metaAt, schemaAt } from '../model/schema-walk.js'
import type * as z from 'zod'

/** An item, the earlier one known by the same words, their list, and the keys by which its items are known. */
interface SameItem {
  readonly at: Place
  readonly first: Place
  readonly name: string
  readonly list: string
  readonly identity: readonly string[]
}

/** Items of a record's lists that have the same values for the keys by which the catalogue says they are known. */
export function* sameItems(record: Filed): Iterable<SameItem> {
  for (const { key, identity } of listsOf(RECORD_SCHEMAS[kindOf(record.file)!].schema)) {
    const items = (record as Filed & Readonly<Record<string, unknown>>)[key]
    if (!Array.isArray(items) || items.length < 2) continue
    const seen = new Map<string, number>()
    for (const [index, item] of items.entries()) {
      const name = keysKnownBy(item, identity)
        .map((part) => shown((item as Record<string, unknown>)[part]))
        .filter((it) => it !== '')
        .join(' ')
      const earlier = name === '' ? undefined : seen.get(name)
      if (earlier !== undefined)
        yield { at: at(record, key, index), first: at(record, key, earlier), name, list: key, identity }
      else seen.set(name, index)
    }
  }
}

/** The lists of a kind of record, with the keys by which their items are known. */
const listsOf = (schema: z.ZodType) =>
  getOrMake(lists, schema, () =>
    (keysOf(schemaAt(schema, [])) ?? []).flatMap((key) => {
      const identity = metaAt(schema, [key])?.identity
      return identity === undefined ? [] : [{ key, identity }]
    }),
  )

const lists = new Map<z.ZodType, { readonly key: string; readonly identity: readonly string[] }[]>()

const shown = (value: unknown) =>
  typeof value === 'object' && value !== null && 'written' in value
    ? String(value.written)
    : value === undefined
      ? ''
      : String(value as string)
