import stringWidth from 'string-width'
import { cut, type Reply } from './reply.js'
import type { ShellLine } from './shell-line.js'

/** How bash wants replies; it passes this with the line. */
interface BashView {
  /** `COMP_TYPE`: 63 lists only; 33 and 64 list, and insert what all words have in common; the others insert. */
  readonly type: string
  readonly width: number
}

/**
 * The replacements for the word at the cursor, as readline splits it: from its last break, or from the quote that is
 * open. Each text is quoted, so that the shell takes it for one word and evaluates nothing in it. Listings include
 * descriptions.
 */
export function bashReplies(words: readonly Reply[], line: ShellLine, { type, width }: BashView): string[] {
  // if a quote was closed inside the word, it is not known how readline splits it
  if (line.quote === '' && /(?<!\\)["']/.test(line.raw)) return []
  const from = line.quote === '' ? line.breakAt + 1 : line.quoteAt + 1
  const before = unquoted(line.raw.slice(0, from))
  const texts = words
    .filter(({ value }) => value.startsWith(before))
    .map(({ value, description }) => ({ text: quoted(value.slice(before.length), line.quote), description }))
  const plain = texts.map((it) => it.text)
  if (!['63', '33', '64'].includes(type) || plain.length < 2) return plain
  const longest = Math.max(...plain.map((it) => stringWidth(it)))
  const described = texts.map(({ text, description }) => {
    const gap = ' '.repeat(longest - stringWidth(text) + 2)
    return description === undefined ? text : cut(`${text}${gap}(${description})`, width - 1)
  })
  return common(described) === common(plain) ? described : plain
}

/** The text before the cursor, without its quotes. */
const unquoted = (raw: string) => raw.replace(/\\(.)|["']/g, '$1')

/** A text for inside the open quotes, or with a backslash before every special character. */
function quoted(text: string, quote: ShellLine['quote']): string {
  if (quote === "'") return text.replaceAll("'", "'\\''")
  // in double quotes a backslash does not escape the exclamation mark of the history, so that is put outside
  if (quote === '"') return text.replace(/["\\$`]/g, '\\$&').replaceAll('!', '"\\!"')
  return text.replace(/[^\p{L}\p{M}\p{N}_@%+=:,./-]/gu, '\\$&')
}

/** The common beginning of texts. */
function common(texts: readonly string[]): string {
  const [first = '', ...rest] = texts
  let length = first.length
  for (const text of rest) while (!text.startsWith(first.slice(0, length))) length--
  return first.slice(0, length)
}
