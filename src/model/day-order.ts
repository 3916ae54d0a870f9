import type { Path } from '../document/node.js'
import { dayFirst } from './day.js'
import type { Plain } from './plain.js'
import { metaAt, type Schema } from './schema-walk.js'
import type { SettingsData } from './settings.js'

/** How days in numbers are read; undefined where a register does not state it. */
export type DayOrder = SettingsData['day-order']

/** The text of a field as a register reads it: where days come first, `1/4/23` becomes 2023-04-01. */
export const inDayOrder = (order: DayOrder, kind: string | undefined, text: string): string =>
  (order === 'day-first' && kind === 'day' ? dayFirst(text) : undefined) ?? text

/** Rewrites days in numbers as days of the register, in all fields of days. */
export function readInDayOrder(order: DayOrder, schema: Schema, plain: Plain, path: Path = []): Plain {
  if (order !== 'day-first') return plain
  if (typeof plain === 'string')
    return dayFirst(plain) === undefined ? plain : inDayOrder(order, metaAt(schema, path)?.kind, plain)
  if (Array.isArray(plain)) return plain.map((it, index) => readInDayOrder(order, schema, it, [...path, index]))
  return Object.fromEntries(
    Object.entries(plain).map(([key, it]) => [key, readInDayOrder(order, schema, it, [...path, key])]),
  )
}
