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
