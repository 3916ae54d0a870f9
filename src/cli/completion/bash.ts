import stringWidth from 'string-width'
import { cut, type Reply } from './reply.js'
import type { ShellLine } from './shell-line.js'

/** How a listing is shown; bash passes it with the line. */
export interface BashView {
  /** `COMP_TYPE`: 63 lists only; 33 and 64 list and put in what all have in common; the others put in. */
  readonly type: string
  readonly width: number
}

/**
 * What readline puts in place of the word at the cursor, as it takes that apart: from its last break on, or from the quote
 * that is open. Each text is quoted, so that the shell takes it for one word and evaluates nothing of it. Listings tell
 * what each word means.
 */
export function bashReplies(words: readonly Reply[], line: ShellLine, { type, width }: BashView): string[] {
  // a quote that was closed inside the word: readline takes it apart in ways of its own
  if (line.quote === '' && /(?<!\\)["']/.test(line.raw)) return []
  const from = line.quote === '' ? line.breakAt + 1 : line.quoteAt + 1
  const before = unquoted(line.raw.slice(0, from))
  const texts = words
    .filter(({ value }) => value.startsWith(before))
    .map(({ value, description }) => ({ text: quoted(value.slice(before.length), line.quote), description }))
  const plain = texts.map((it) => it.text)
  if (!['63', '33', '64'].includes(type) || plain.length < 2) return plain
  const longest = Math.max(...plain.map((it) => stringWidth(it)))
  const described = texts.map(({ text, description }) =>
    description === undefined
      ? text
      : cut(`${text}${' '.repeat(longest - stringWidth(text))}  (${description})`, width - 1),
  )
  return common(described) === common(plain) ? described : plain
}

/** A stretch before the cursor without its quotes. */
const unquoted = (raw: string) => raw.replace(/\\(.)|["']/g, '$1')

/** A text in the quotes that are open, or with a backslash before every sign that means something to a shell. */
function quoted(text: string, quote: ShellLine['quote']): string {
  if (quote === "'") return text.replaceAll("'", "'\\''")
  // within double quotes a backslash does not hold back the exclamation mark of the history, so it stands outside
  if (quote === '"') return text.replace(/["\\$`]/g, '\\$&').replaceAll('!', '"\\!"')
  return text.replace(/[^\p{L}\p{M}\p{N}_@%+=:,./-]/gu, '\\$&')
}

/** How far all texts are alike. */
function common(texts: readonly string[]): string {
  const [first = '', ...rest] = texts
  let length = first.length
  for (const text of rest) while (!text.startsWith(first.slice(0, length))) length--
  return first.slice(0, length)
}
