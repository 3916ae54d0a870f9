import { clean } from '../../model/clean.js'

/** A value for JSON with every text in it made safe: file names, paths and related places as much as messages. */
export function cleaned<T>(value: T): T {
  if (typeof value === 'string') return clean(value).replace(LONE_SURROGATE, '\uFFFD') as T
  if (Array.isArray(value)) return value.map(cleaned) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, cleaned(it)])) as T
}

/** Half a character: Windows allows it in file names, URIs and many JSON readers do not. */
export const LONE_SURROGATE = /\p{Surrogate}/gu
