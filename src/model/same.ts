/**
 * Do two values say the same, however they are laid out? A day by its first and last day, a duration by its length, a
 * text by its words; the order of keys is none, nor that of what a condition asks for.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a === 'string' && typeof b === 'string') return flowed(a) === flowed(b)
  return isObject(a) && isObject(b) && contentKey(a) === contentKey(b)
}

/** A text that two values have in common when they say the same; made once of a list or map, as records never change. */
export function contentKey(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(flowed(value))
  if (!isObject(value)) return String(JSON.stringify(value))
  let key = keys.get(value)
  if (key === undefined) keys.set(value, (key = makeKey(value)))
  return key
}

const keys = new WeakMap<object, string>()

function makeKey(value: object): string {
  if (Array.isArray(value)) return `[${value.map(contentKey).join()}]`
  if (!isMap(value)) return JSON.stringify(value)
  const isCondition = typeof value['op'] === 'string'
  const said = keysOf(value).map((key) => {
    const inner = value[key]
    const inAnyOrder = isCondition && Array.isArray(inner)
    return `${JSON.stringify(key)}:${inAnyOrder ? inner.map(contentKey).sort().join() : contentKey(inner)}`
  })
  return `{${said.join()}}`
}

/** A list or map with nothing in it states nothing. */
export const isNothing = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) ? value.length === 0 : isMap(value) && Object.values(value).every(isNothing))

/** How a value was typed is no part of what it says. */
const keysOf = (map: Record<string, unknown>) =>
  Object.keys(map)
    .filter((key) => key !== 'written' && !isNothing(map[key]))
    .sort()

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
export const isMap = (value: unknown): value is Record<string, unknown> => isObject(value) && !Array.isArray(value)

/**
 * A text without its layout: lines of a paragraph are joined and spaces run together. Lines that markdown reads each for
 * itself (of lists, tables, headings, quotations, indented code) stay apart. Letters with marks are one, however they
 * were typed.
 */
export function flowed(text: string): string {
  if (PLAIN.test(text) && !/[\n\r]|\s{2}|^\s|\s$/.test(text)) return text
  const lines: string[] = []
  for (const line of text.normalize('NFC').replace(/\r\n?/g, '\n').trim().split('\n')) {
    const words = line.trim().replace(/\s+/g, ' ')
    const before = lines.at(-1)
    if (before === undefined || before === '' || words === '' || STANDS_ALONE.test(line)) lines.push(words)
    else lines[lines.length - 1] = `${before} ${words}`
  }
  return lines.join('\n').replace(/\n{3,}/g, '\n\n')
}

const PLAIN = /^[\n\r -~]*$/
const STANDS_ALONE = /^(?: {4}|\t|\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|>|\||```|~~~))/
