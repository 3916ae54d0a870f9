/**
 * Do two values say the same, however they are laid out? A day by its first and last day, a duration by its length, a
 * text by its words; the order of keys is none.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a === 'string' && typeof b === 'string') return flowed(a) === flowed(b)
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]))
  if (!isMap(a) || !isMap(b)) return false
  return [...new Set([...keysOf(a), ...keysOf(b)])].every((key) => isSame(a[key], b[key]))
}

/** A list or map with nothing in it states nothing. */
export const isNothing = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) ? value.length === 0 : isMap(value) && Object.values(value).every(isNothing))

/** How a value was typed is no part of what it says, unless nothing else tells it (a condition’s words do not). */
const keysOf = (map: Record<string, unknown>) =>
  Object.keys(map).filter((key) => key !== 'written' && !isNothing(map[key]))

export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A text without its layout: lines of a paragraph are joined and spaces run together. Lines that markdown reads each for
 * itself (of lists, tables, headings, quotations, indented code) stay apart.
 */
export function flowed(text: string): string {
  if (!/[\n\r]|\s{2}|^\s|\s$/.test(text)) return text
  const lines: string[] = []
  for (const line of text.replace(/\r\n?/g, '\n').trim().split('\n')) {
    const words = line.trim().replace(/\s+/g, ' ')
    const before = lines.at(-1)
    if (before === undefined || before === '' || words === '' || STANDS_ALONE.test(line)) lines.push(words)
    else lines[lines.length - 1] = `${before} ${words}`
  }
  return lines.join('\n').replace(/\n{3,}/g, '\n\n')
}

const STANDS_ALONE = /^(?: {4}|\t|\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|>|\||```|~~~))/
