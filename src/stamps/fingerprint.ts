import { flowed, isMap, isNothing } from '../model/same.js'
import { SCHEME, type NamedPart } from './scheme.js'

/** A hash of a text as at least sixteen hexadecimal digits, such as SHA-256. */
export type Hash = (text: string) => string

/** The fingerprint of a part of a record: `h3f2a9c1b5d7e8f60`. Undefined where nothing of it is stated. */
export function fingerprintOf(part: NamedPart, hash: Hash): string | undefined {
  return isNothing(part) ? undefined : `h${hash(`partners stamp ${SCHEME}\n${canonical(part)}`).slice(0, 16)}`
}

/**
 * The same text for values with the same meaning, however they were typed: a day is its first and last day, money its
 * pence, a length of time its months and days, and a text its words without their layout. The order of keys and lists
 * does not count, as it does not in `partners diff`.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(flowed(value))
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`
  if (!isMap(value)) return String(JSON.stringify(value))
  const stated = Object.keys(value).filter((key) => key !== 'written' && !isNothing(value[key]))
  const entries = stated.sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
  return `{${entries.join()}}`
}
