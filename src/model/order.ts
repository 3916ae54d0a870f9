/** Smallest first, by what `key` gives; an order of texts by their characters, the same in every locale. */
export function by<T>(key: (it: T) => string): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
}

/** Items that have the same key, in the order in which each key came first. */
export function grouped<T>(items: readonly T[], key: (it: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const it of items) {
    const name = key(it)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [it])
    else group.push(it)
  }
  return [...groups.values()]
}
