/** A line that is being typed, up to the cursor, in words as the shell splits them. */
export interface ShellLine {
  /** Words that are finished, without their quotes; nothing in them was evaluated. */
  readonly words: readonly string[]
  /** The word at the cursor, without quotes; empty if a new one begins. */
  readonly current: string
  /** The same as it was typed. */
  readonly raw: string
  /** The quote that is open at the cursor, and where it was opened in `raw`. */
  readonly quote: '' | '"' | "'"
  readonly quoteAt: number
  /** The position in `raw` of the last break that was typed without quote or backslash; -1 if there is none. */
  readonly breakAt: number
}

interface ShellRules {
  /** Characters at which the shell splits a word, unless they are quoted. */
  readonly breaks: string
  /** Does a backslash work within single quotes, as in fish? */
  readonly backslashInSingle: boolean
}

/** Splits a line into words; nothing in it is evaluated. */
export function readShellLine(line: string, { breaks, backslashInSingle }: ShellRules): ShellLine {
  const words: string[] = []
  let word: { current: string; start: number } | undefined
  let quote: ShellLine['quote'] = ''
  let quoteAt = -1
  let breakAt = -1
  const begin = (at: number) => {
    if (word !== undefined) return word
    breakAt = -1
    return (word = { current: '', start: at })
  }
  for (let at = 0; at < line.length; at++) {
    const character = line[at]!
    const next = line[at + 1]
    if (quote === '' && /\s/.test(character)) {
      if (word !== undefined) words.push(word.current)
      word = undefined
    } else if (character === '\\' && isEscape(quote, next, backslashInSingle)) {
      begin(at).current += next ?? ''
      at++
    } else if (quote !== '' && character === quote) {
      quote = ''
    } else if (quote === '' && (character === '"' || character === "'")) {
      quote = character
      quoteAt = at - begin(at).start
    } else {
      begin(at).current += character
      if (quote === '' && breaks.includes(character)) breakAt = at - word!.start
    }
  }
  const { current, start } = word ?? { current: '', start: line.length }
  return { words, current, raw: line.slice(start), quote, quoteAt, breakAt: word === undefined ? -1 : breakAt }
}

/** Does a backslash escape the next character? */
function isEscape(quote: ShellLine['quote'], next: string | undefined, inSingle: boolean): boolean {
  if (quote === '') return true
  if (quote === '"') return next !== undefined && '"\\$`'.includes(next)
  return inSingle && next !== undefined && "'\\".includes(next)
}
