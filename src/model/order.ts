/** Smallest first, by what `key` gives; texts are ordered by their characters, in the same way in every locale. */
export const by =
  <T>(key: (it: T) => string) =>
  (a: T, b: T): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0

/** By the place in papers that they have, those without one last. */
export const byPlace = (
  a: { readonly order?: number | undefined },
  b: { readonly order?: number | undefined },
): number => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER)

/** Items that have the same key, in the order in which each key came first. */
export function grouped<T>(items: readonly T[], key: (it: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const it of items) getOrMake(groups, key(it), () => []).push(it)
  return [...groups.values()]
}

/** A Map or WeakMap. */
interface Store<K, V> {
  get(key: K): V | undefined
  has(key: K): boolean
  set(key: K, value: V): unknown
}

/** The value of a key; it is made, and kept, where there is none yet. */
export function getOrMake<K, V>(store: Store<K, V>, key: K, make: () => V): V {
  const found = store.get(key)
  if (found !== undefined || store.has(key)) return found as V
  const made = make()
  store.set(key, made)
  return made
}
