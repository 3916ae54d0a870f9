import { getOrMake } from './order.js'

/**
 * Do two values mean the same, however they are laid out? Days are compared by their first and last day, durations by their
 * length, texts by their words. The order of keys does not matter, nor that of the parts of a condition.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a === 'string' && typeof b === 'string') return flowed(a) === flowed(b)
  return isObject(a) && isObject(b) && contentKey(a) === contentKey(b)
}

/** A text that is the same for values that mean the same; made once for a list or map, as records never change. */
export function contentKey(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(flowed(value))
  if (!isObject(value)) return String(JSON.stringify(value))
  return getOrMake(keys, value, () => makeKey(value))
}

const keys = new WeakMap<object, string>()

function makeKey(value: object): string {
  if (Array.isArray(value)) return `[${value.map(contentKey).join()}]`
  if (!isMap(value)) return JSON.stringify(value)
  const isCondition = typeof value['op'] === 'string'
  const contents = keysOf(value).map((key) => {
    const inner = value[key]
    const inAnyOrder = isCondition && Array.isArray(inner)
    return `${JSON.stringify(key)}:${inAnyOrder ? inner.map(contentKey).sort().join() : contentKey(inner)}`
  })
  return `{${contents.join()}}`
}

/** A list or map with nothing in it states nothing. */
export const isNothing = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) ? value.length === 0 : isMap(value) && Object.values(value).every(isNothing))

/** How a value was typed is not part of its meaning. */
const keysOf = (map: Record<string, unknown>) =>
  Object.keys(map)
    .filter((key) => key !== 'written' && !isNothing(map[key]))
    .sort()

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
export const isMap = (value: unknown): value is Record<string, unknown> => isObject(value) && !Array.isArray(value)

/**
 * A text without its layout: lines of a paragraph are joined, and several spaces become one. Lines that markdown keeps
 * apart (of lists, tables, headings, quotations, indented code) stay apart. Letters with marks have one form, however
 * they were typed.
 */
export function flowed(text: string): string {
  if (PLAIN.test(text) && !/[\n\r]|\s{2}|^\s|\s$/.test(text)) return text
  const lines: string[] = []
  for (const line of text.normalize('NFC').replace(/\r\n?/g, '\n').trim().split('\n')) {
    const words = line.trim().replace(/\s+/g, ' ')
    const before = lines.at(-1)
    if (before === undefined || before === '' || words === '' || KEPT_APART.test(line)) lines.push(words)
    else lines[lines.length - 1] = `${before} ${words}`
  }
  return lines.join('\n').replace(/\n{3,}/g, '\n\n')
}

const PLAIN = /^[\n\r -~]*$/
const KEPT_APART = /^(?: {4}|\t|\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|>|\||```|~~~))/
