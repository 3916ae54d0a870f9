import { withAncestors } from '../../model/hierarchy.js'
import { grouped } from '../../model/order.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { isNothing } from '../../model/same.js'
import { keysOf, metaAt, readerLabel, type Schema } from '../../model/schema-walk.js'
import { lowerFirst } from '../../model/words.js'
import { hasNoMoney, valueYears } from '../../policy/facts.js'
import { rows, text, texts } from '../view-parts.js'

/** Paths under `unknown` that cast doubt on a value. */
export const DOUBTS = ['value', 'value.ours', 'value.per']

/** Doubts about a value: those that its keeper recorded, and what the register does not say. */
export function valueDoubts(partnership: Partnership): string[] {
  const { value, unknown } = partnership
  const written = Object.entries(unknown).flatMap(([path, reason]) => (DOUBTS.includes(path) ? [reason] : []))
  if (value?.per === undefined && !('value.per' in unknown)) written.push('Whether the sum is yearly is not stated.')
  if (value?.per === 'total' && valueYears(partnership) === undefined)
    written.push('The sum is a total whose years are not known; it counts whole here.')
  return written
}

/** What is not known of something, and why. */
export interface Gap {
  readonly what: string
  readonly why: string
  readonly of: string
}

/**
 * The gaps that a keeper recorded under `unknown`.
 * @param shown paths that the paper shows elsewhere
 */
export function gapsIn(
  of: string,
  schema: Schema,
  unknown: Readonly<Record<string, string>>,
  shown: readonly string[] = [],
): Gap[] {
  return Object.entries(unknown)
    .filter(([path]) => !shown.includes(path))
    .map(([path, why]) => ({ what: readerLabel(schema, path), why, of }))
}

export const gapsByReason = rows({ what: texts, why: text })

/** Gaps with the same reason share a row. */
export const byReason = (gaps: readonly Gap[]) =>
  grouped(gaps, (it) => it.why).map((same) => ({
    what: same.map(({ what }, index) => (index === 0 ? what : lowerFirst(what))),
    why: same[0]!.why,
  }))

/** Fields that a reader looks for in every partnership. */
export const lookedFor = (): string[] =>
  (keysOf(partnershipSchema) ?? []).filter((key) => metaAt(partnershipSchema, [key])?.lookedFor === true)

/** Does a partnership or its whole state a field? Where its kind means that no money passes, no value is needed. */
export const states = (register: Register, partnership: Partnership, key: string): boolean =>
  (key === 'value' && hasNoMoney(partnership)) ||
  withAncestors(register, partnership).some((it) => !isNothing(it[key as keyof Partnership]))
