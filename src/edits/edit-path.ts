import type { Path, PathKey } from '../document/node.js'
import { didYouMean } from '../model/did-you-mean.js'
import type { FieldMeta } from '../model/field.js'
import { slug } from '../model/id.js'
import { itemName, keysOf, metaAt, schemaAt, type Schema } from '../model/schema-walk.js'
import { UsageError } from '../model/usage-error.js'

/** A field of a record that was named by a path. */
export interface FieldAt {
  readonly path: Path
  readonly schema: Schema
  readonly meta: FieldMeta | undefined
  /** The typed value that stands there; undefined where none does. */
  readonly value: unknown
}

/**
 * Reads a path as people write it: `value.amount`, `risks[workforce].owner`, `assessments[2026-09-30].governance`,
 * `reviews[latest].outcome`, `unknown.value.direction`. An item is named by what it is known by, its title as an id, its
 * position from 1, or `latest`.
 * @throws UsageError when it names no field, no item, or several
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
  new UsageError(`"${written}" is no path of a field`, 'write it as in value.amount or risks[workforce].owner')

function field(schema: Schema, path: Path, key: string, written: string): string {
  if (schemaAt(schema, [...path, key]) !== undefined && metaAt(schema, path)?.kind !== 'list') return key
  const where = path.length === 0 ? 'this record' : sayPath(path)
  if (metaAt(schema, path)?.kind === 'list')
    throw new UsageError(
      `${where} is a list, so "${written}" names no field`,
      `name the item: ${sayPath(path)}[…].${key}`,
    )
  const names = (keysOf(schemaAt(schema, path)) ?? []).filter((it) => it !== 'stamp')
  if (names.length === 0) throw new UsageError(`${where} is a single value, so it has no "${key}"`)
  throw new UsageError(`"${key}" is not a field of ${where}`, didYouMean(key, names))
}

function itemOf(schema: Schema, path: Path, value: unknown, item: string, written: string): number {
  const list = sayPath(path)
  const meta = metaAt(schema, path)
  if (meta?.kind !== 'list') throw new UsageError(`${list} is no list, so "${written}" names no field`)
  const items = Array.isArray(value) ? (value as unknown[]) : []
  if (items.length === 0) throw new UsageError(`${list} holds nothing yet`, 'add an item first, with partners record')
  if (item === 'latest') return latestOf(items, list)
  const names = items.map((it) => itemName(it, meta.identity) ?? '')
  const found = [
    ...matching(names, (it) => it === item),
    ...matching(names, (it) => slug(it) === slug(item) && slug(item) !== ''),
    ...matching(items, (it) => childOf(it, meta.identity?.[0] ?? '') === item),
  ]
  const exact = matching(names, (it) => it === item)
  const all = [...new Set(exact.length > 0 ? exact : found)]
  if (all.length === 1) return all[0]!
  if (all.length > 1)
    throw new UsageError(
      `${list}[${item}] could be ${all.length} items`,
      `name it by position: ${all.map((it) => `${list}[${it + 1}] (${names[it]})`).join(', ')}`,
    )
  if (/^\d{1,4}$/.test(item) && Number(item) >= 1 && Number(item) <= items.length) return Number(item) - 1
  throw new UsageError(
    `${list} has no item "${item}"`,
    didYouMean(
      item,
      names.filter((it) => it !== ''),
    ),
  )
}

const matching = <T>(items: readonly T[], is: (item: T) => boolean): number[] =>
  items.flatMap((it, index) => (is(it) ? [index] : []))

/** The one with the latest day, of a list whose items have one. */
function latestOf(items: readonly unknown[], list: string): number {
  const days = items.map((it) => childOf(childOf(it, 'date'), 'last') as string | undefined)
  if (days.every((it) => it === undefined))
    throw new UsageError(`the items of ${list} have no day, so none is the latest`)
  return days.reduce((best, day, index) => ((day ?? '') > (days[best] ?? '') ? index : best), 0)
}

/** A path as it is written, items by position from 1. */
export const sayPath = (path: Path): string =>
  path.reduce<string>(
    (said, key) => (typeof key === 'number' ? `${said}[${key + 1}]` : said === '' ? key : `${said}.${key}`),
    '',
  )

export const childOf = (value: unknown, key: PathKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<PathKey, unknown>)[key]
    : undefined
