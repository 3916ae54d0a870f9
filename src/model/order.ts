import { getOrMake } from './get-or-make.js'

/** Smallest first, by what `key` gives; texts are ordered by their characters, in the same way in every locale. */
export const by =
  <T>(key: (it: T) => string) =>
  (a: T, b: T): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0

/** Items that have the same key, in the order in which each key came first. */
export function grouped<T>(items: readonly T[], key: (it: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const it of items) getOrMake(groups, key(it), () => []).push(it)
  return [...groups.values()]
}
