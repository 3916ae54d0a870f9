import { at, type Filed, type Place } from '../model/place.js'
import { fieldMeta } from '../model/field.js'
import { kindOf, RECORD_SCHEMAS } from '../model/record-schemas.js'
import { keysKnownBy, keysOf, schemaAt } from '../model/schema-walk.js'
import type * as z from 'zod'

/** An item, the earlier one that is known by the same words, the list that holds both, and what that knows items by. */
interface SameItem {
  readonly at: Place
  readonly first: Place
  readonly name: string
  readonly list: string
  readonly identity: readonly string[]
}

/** Items of a record's lists that do not differ in what the catalogue of fields knows them by. */
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

/** The lists of a kind of record with what their items are known by. */
function listsOf(schema: z.ZodType): readonly { key: string; identity: readonly string[] }[] {
  let found = lists.get(schema)
  if (found === undefined) {
    found = (keysOf(schemaAt(schema, [])) ?? []).flatMap((key) => {
      const list = schemaAt(schema, [key])
      const identity = list && fieldMeta.get(list as z.ZodType)?.identity
      return identity === undefined ? [] : [{ key, identity }]
    })
    lists.set(schema, found)
  }
  return found
}

const lists = new Map<z.ZodType, ReturnType<typeof listsOf>>()

const shown = (value: unknown) =>
  typeof value === 'object' && value !== null && 'written' in value
    ? String(value.written)
    : value === undefined
      ? ''
      : String(value as string)
