import { shortText } from '../model/words.js'
import type { Path, PathKey } from '../document/node.js'
import { parseInexactDay } from '../model/day.js'
import { didYouMean } from '../model/nearest.js'
import type { FieldMeta } from '../model/field.js'
import { slug } from '../model/id.js'
import {
  childOf,
  isSuperseded,
  itemName,
  keysKnownBy,
  keysOf,
  metaAt,
  schemaAt,
  type Schema,
} from '../model/schema-walk.js'
import { UsageError } from '../model/usage-error.js'

/** A field of a record, as a path names it. */
export interface FieldAt {
  readonly path: Path
  readonly schema: Schema
  readonly meta: FieldMeta | undefined
  /** Its typed value, if it has one. */
  readonly value: unknown
}

/**
 * Reads a path as people write it: `value.amount`, `risks[workforce].owner`, `assessments[2026-09-30].governance`,
 * `reviews[latest].outcome`, `unknown.value.direction`. An item is named by its identity, its title as an id, its
 * position from 1, `latest`, or `+` for a new one.
 * @throws UsageError if it names no field, no item, or several
 */
export function readPath(schema: Schema, record: unknown, written: string): FieldAt {
  const steps = stepsIn(schema, written)
  const path: PathKey[] = []
  let value: unknown = record
  for (const step of steps) {
    const key = 'key' in step ? field(schema, path, step.key, written) : itemOf(schema, path, value, step.item, written)
    path.push(key)
    value = childOf(value, key)
  }
  return { path, schema: schemaAt(schema, path)!, meta: metaAt(schema, path), value }
}

type Step = { readonly key: string } | { readonly item: string }

/** Cuts a path at dots and brackets; below a map of free keys, such as `unknown`, the rest is one key. */
function stepsIn(schema: Schema, written: string): Step[] {
  const steps: Step[] = []
  const keys: PathKey[] = []
  let rest = written.trim()
  while (rest !== '') {
    const isFree = keys.length > 0 && metaAt(schema, keys)?.kind === 'map'
    const found = isFree ? /^([^]+)$/.exec(rest) : /^(?:\[([^\]]*)\]|([^.[\]]+))\.?/.exec(rest)
    if (found === null) throw notAPath(written)
    const key = isFree ? found[1]! : found[2]
    steps.push(key === undefined ? { item: found[1]!.trim() } : { key: key.trim() })
    keys.push(key === undefined ? 0 : key.trim())
    rest = rest.slice(found[0].length)
  }
  if (steps.length === 0) throw notAPath(written)
  return steps
}

const notAPath = (written: string) =>
  new UsageError(`"${written}" is not the path of a field`, 'write it as in value.amount or risks[workforce].owner')

function field(schema: Schema, path: Path, key: string, written: string): string {
  if (schemaAt(schema, [...path, key]) !== undefined && metaAt(schema, path)?.kind !== 'list') return key
  const where = path.length === 0 ? 'this record' : formatPath(path)
  if (metaAt(schema, path)?.kind === 'list')
    throw new UsageError(
      `${where} is a list, so "${written}" names no field`,
      `name the item: ${formatPath(path)}${/^\d+$/.test(key) ? `[${Number(key) + 1}]` : `[…].${key}`}`,
    )
  const names = (keysOf(schemaAt(schema, path)) ?? []).filter((it) => it !== 'stamp')
  if (names.length === 0) throw new UsageError(`${where} is a single value, so it has no "${key}"`)
  throw new UsageError(`"${key}" is not a field of ${where}`, didYouMean(key, names))
}

/** A new item, at the end of its list. */
const NEW_ITEM = '+'

function itemOf(schema: Schema, path: Path, value: unknown, item: string, written: string): number {
  const list = formatPath(path)
  const meta = metaAt(schema, path)
  if (meta?.kind !== 'list') throw new UsageError(`${list} is not a list, so "${written}" names no field`)
  const items = Array.isArray(value) ? (value as unknown[]) : []
  if (item === NEW_ITEM) return items.length
  if (items.length === 0)
    throw new UsageError(`${list} is empty`, `add an item first: ${written.replace(/\[.*?\]/, '[+]')}`)
  const all = item === 'latest' ? latestOf(items, list) : named(items, meta.identity, item)
  if (all.length === 1) return all[0]!
  const names = items.map((it) => itemName(it, meta.identity) ?? '')
  if (all.length > 1)
    throw new UsageError(
      `${list}[${item}] could be ${all.length} items`,
      `name it by position: ${all.map((it) => `${list}[${it + 1}] (${formatItem(items[it], names[it]!)})`).join(', ')}`,
    )
  if (/^\d{1,4}$/.test(item) && Number(item) >= 1 && Number(item) <= items.length) return Number(item) - 1
  const known = names.filter((it) => it !== '')
  throw new UsageError(`${list} has no item "${item}"`, didYouMean(item, known))
}

/**
 * The items that a name means: their identity, one part of that such as the type or the title, or their day. Two items
 * of one day are distinguished only by their ids.
 */
function named(items: readonly unknown[], identity: readonly string[] = [], name: string): number[] {
  const partsOfItem = (it: unknown) => [...identity, 'title', 'date'].flatMap((key) => partsOf(it, key))
  const parts = (it: unknown) => [
    itemName(it, identity) ?? '',
    ...(isSuperseded(it) ? datedNames(it, identity) : partsOfItem(it)),
  ]
  const ids = matching(items, (it) => childOf(it, 'id') === name)
  if (ids.length > 0) return ids
  const exact = matching(items, (it) => parts(it).includes(name))
  const byName = matching(items, (it) => itemName(it, identity) === name && childOf(it, 'date') === undefined)
  if (byName.length === 1 || exact.length > 0) return byName.length === 1 ? byName : exact
  return matching(items, (it) => slug(name) !== '' && parts(it).some((part) => slug(part) === slug(name)))
}

/** A name alone means the item that is in force; a superseded one is named with its day. */
function datedNames(item: unknown, identity: readonly string[]): string[] {
  return keysKnownBy(item, identity)
    .slice(identity.length)
    .flatMap((day) => partsOf(item, day))
    .flatMap((day) => identity.flatMap((key) => partsOf(item, key).map((name) => `${name} ${day}`)))
}

function partsOf(item: unknown, key: string): string[] {
  const value = childOf(item, key)
  if (typeof value === 'string') return [value]
  const written = childOf(value, 'written')
  return typeof written === 'string' ? [written] : []
}

/** An item by its name, and the beginning of its text if that adds something. */
function formatItem(item: unknown, name: string): string {
  const text = childOf(item, 'text') ?? childOf(item, 'title')
  return typeof text === 'string' && !name.includes(text) ? `${name}: ${shortText(text, 40)}` : name
}

const matching = <T>(items: readonly T[], is: (item: T) => boolean): number[] =>
  items.flatMap((it, index) => (is(it) ? [index] : []))

/** The items with the latest day. */
function latestOf(items: readonly unknown[], list: string): number[] {
  if (items.length === 1) return [0]
  const days = items.map((it) => lastDayOf(childOf(it, 'date')))
  const unread = items.findIndex((it, index) => childOf(it, 'date') !== undefined && days[index] === undefined)
  if (unread !== -1)
    throw new UsageError(
      `the day of ${list}[${unread + 1}] cannot be read, so it is not known which is the latest`,
      `name the item by position, as in ${list}[${unread + 1}]`,
    )
  const latest = days.reduce((best, day) => ((day ?? '') > (best ?? '') ? day : best), undefined)
  if (latest === undefined) throw new UsageError(`the items of ${list} have no day, so none is the latest`)
  return matching(days, (it) => it === latest)
}

/** The last day of a date, which may be text or parsed. */
const lastDayOf = (date: unknown) =>
  childOf(typeof date === 'string' ? parseInexactDay(date) : date, 'last') as string | undefined

/** A path as it is written, items by position from 1. */
export const formatPath = (path: Path): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key + 1}]` : text === '' ? key : `${text}.${key}`),
    '',
  )
