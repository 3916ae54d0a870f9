import { withAncestors } from '../model/hierarchy.js'
import { partnershipSchema, type Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { isNothing } from '../model/same.js'
import { keysOf, metaAt, readerLabel, type Schema } from '../model/schema-walk.js'
import { hasNoMoney, valueYears } from '../policy/facts.js'

/** Paths under `unknown` that cast doubt on a value. */
export const DOUBTS = ['value', 'value.ours', 'value.per']

/** What is doubtful about a value: what its keeper wrote, and what the register does not say. */
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
 * What a keeper wrote under `unknown`.
 * @param elsewhere paths that the paper has in another place
 */
export function gapsIn(
  of: string,
  schema: Schema,
  unknown: Readonly<Record<string, string>>,
  elsewhere: readonly string[] = [],
): Gap[] {
  return Object.entries(unknown)
    .filter(([path]) => !elsewhere.includes(path))
    .map(([path, why]) => ({ what: readerLabel(schema, path), why, of }))
}

/** Fields that a reader looks for in every partnership. */
export const lookedFor = (): string[] =>
  (keysOf(partnershipSchema) ?? []).filter((key) => metaAt(partnershipSchema, [key])?.lookedFor === true)

/** Does a partnership, or what it is a part of, state a field? Where its kind says that no money passes, no value is missed. */
export const states = (register: Register, partnership: Partnership, key: string): boolean =>
  (key === 'value' && hasNoMoney(partnership)) ||
  withAncestors(register, partnership).some((it) => !isNothing(it[key as keyof Partnership]))
