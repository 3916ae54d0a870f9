import { closest, distance } from 'fastest-levenshtein'

/** The name that was most likely meant; undefined when none is near. */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  const low = written.toLowerCase()
  const all = likely(low, names)
  if (all.length === 0) return undefined
  const same = all.find((name) => name.toLowerCase() === low)
  if (same !== undefined) return same
  const found = closest(low.slice(0, 80), all)
  const allowed = Math.max(1, Math.floor((Math.min(low.length, found.length) + 1) / 3))
  return distance(low.slice(0, 80), found.toLowerCase()) <= allowed ? found : theOnlyOneWith(low, all)
}

/** As many names are compared with each that is written wrong; of more, those that begin or end like it. */
const MOST = 1000
/** A longer name is a text, and is not meant by a word. */
const LONGEST = 200

/** The names to compare with: all, or the same in other letters and those that are most alike in beginning, end and length. */
function likely(low: string, names: Iterable<string>): readonly string[] {
  let index = indexes.get(names)
  if (index === undefined) {
    const all = [...names].filter((it) => it.length <= LONGEST)
    if (all.length <= MOST) return all
    indexes.set(names, (index = indexOf(all)))
  }
  return keysOf(low).flatMap((key) => around(index.get(key) ?? [], low.length, MOST / 4))
}

/** Thousands of names, as long as they are asked for, by what they are found by; the shortest first. */
const indexes = new WeakMap<Iterable<string>, ReadonlyMap<string, readonly string[]>>()

function indexOf(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const name of names.toSorted((a, b) => a.length - b.length))
    for (const key of keysOf(name.toLowerCase())) {
      const those = found.get(key)
      if (those === undefined) found.set(key, [name])
      else those.push(name)
    }
  return found
}

const keysOf = (low: string) => [`= ${low}`, `^ ${low.slice(0, 2)}`, `$ ${low.slice(-2)}`]

/** So many of a sorted list, those of a length like this one. */
function around(sorted: readonly string[], length: number, most: number): readonly string[] {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.length < length) low = middle + 1
    else high = middle
  }
  const from = Math.max(0, Math.min(low - most / 2, sorted.length - most))
  return sorted.slice(from, from + most)
}

/**
 * Do two texts differ only in capitals, and in the blanks and hyphens between words? A question mark or brackets say
 * something of their own.
 */
export const isSameWord = (one: string, other: string): boolean => folded(one) === folded(other)

const folded = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')

/** The one name that holds what was written, as `Service Manager` is in `Service Manager, Adult Community`. */
function theOnlyOneWith(low: string, names: readonly string[]): string | undefined {
  const holding = low.length < 4 ? [] : names.filter((it) => it.toLowerCase().includes(low))
  return holding.length === 1 ? holding[0] : undefined
}
