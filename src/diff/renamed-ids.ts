import { isMap } from './same.js'

/** `organisation old-id` or `partnership old-id` to the id that the record has now. */
export type IdRenames = ReadonlyMap<string, string>

/**
 * A record as it would have named others by their present ids: that a name follows a renaming is no change of its own.
 * A text that is an old id, letter by letter, is taken for that id.
 */
export function withRenamedIds<T extends object>(record: T, renames: IdRenames): T {
  if (renames.size === 0) return record
  const ids = new Map([...renames].map(([old, now]) => [old.slice(old.indexOf(' ') + 1), now]))
  const follow = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? value
    if (Array.isArray(value)) return value.map(follow)
    return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, follow(item)])) : value
  }
  return follow(record) as T
}
