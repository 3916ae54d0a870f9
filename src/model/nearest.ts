import { closest, distance } from 'fastest-levenshtein'

/** The name that was most likely meant; undefined when none is near. */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  const all = [...names]
  if (all.length === 0) return undefined
  const low = written.toLowerCase()
  const same = all.find((name) => name.toLowerCase() === low)
  if (same !== undefined) return same
  const found = closest(low.slice(0, 80), all)
  const allowed = Math.max(1, Math.floor((Math.min(low.length, found.length) + 1) / 3))
  return distance(low.slice(0, 80), found.toLowerCase()) <= allowed ? found : theOnlyOneWith(low, all)
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

/** Names whose numbers are those of a text: `section-256` is no slip of the pen for `section-75`. */
export const withNumbersOf = (written: string, names: readonly string[]): string[] =>
  names.filter((name) => numbersIn(name) === numbersIn(written))
const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).join(' ')

/** The one name that holds what was written, as `Service Manager` is in `Service Manager, Adult Community`. */
function theOnlyOneWith(low: string, names: readonly string[]): string | undefined {
  const holding = low.length < 4 ? [] : names.filter((it) => it.toLowerCase().includes(low))
  return holding.length === 1 ? holding[0] : undefined
}
