import type { YAMLError } from 'yaml'
import { type Span, type SyntaxProblem, lineEnd, lineStart } from './node.js'
import { inQuotes } from './yaml-text.js'

/** An error of the parser, with its stretch of the text. */
interface Reported extends Span {
  readonly code: YAMLError['code']
  readonly message: string
}

/**
 * The common mistake that caused an error, reported where it was made: the parser reports where it could not continue,
 * which is often on another line. Undefined for other errors.
 * @param from where the YAML begins in `text`
 */
export function knownMistake(error: Reported, text: string, from: number): KnownMistake | undefined {
  for (const recognise of [...OF_ONE_LINE, indentation]) {
    const found = recognise(error, text, from)
    if (found === undefined) continue
    // the parser may point at the end of a line, where there is nothing to mark
    const end = Math.max(found.end, found.start + 1)
    return { problem: { code: 'syntax/yaml', ...found, end }, isOfOneLine: recognise !== indentation }
  }
  return undefined
}

/** A mistake as it is reported. */
export interface KnownMistake {
  readonly problem: SyntaxProblem
  /** Is it a mistake whatever the other lines are? */
  readonly isOfOneLine: boolean
}

type MistakeProblem = Omit<SyntaxProblem, 'code'>
type Recognise = (error: Reported, text: string, from: number) => MistakeProblem | undefined

/** `'it's here'`: the second quote closes the text. */
function quoteInQuotes({ code, start }: Reported, text: string): MistakeProblem | undefined {
  const quote = text[start - 1]
  if (code !== 'UNEXPECTED_TOKEN' || !isQuote(quote) || valueOf(text, start)?.text[0] !== quote) return undefined
  return {
    start: start - 1,
    end: start,
    message: `this ${quote} ends the text that began with ${quote}, and more follows`,
    hint:
      quote === "'"
        ? `inside '…' write '' for a quote, or put the whole text in "…"`
        : `inside "…" write \\" for a quote, or put the whole text in '…'`,
  }
}

/** A quote that is not closed on its line, where the next line is not indented further, so the text does not continue. */
function openQuote({ code, message, start }: Reported, text: string, from: number): MistakeProblem | undefined {
  if (code !== 'MISSING_CHAR' || !message.startsWith('Missing closing')) return undefined
  const lines = linesUpTo(text, from, start).filter((line) => /\S/.test(line.text))
  const index = lines.findIndex((line, at) => isLeftOpen(line.text, lines[at + 1]?.text))
  const line = lines[index]
  const opened = line && openingQuote(line.text)
  if (opened === undefined) return undefined
  const [quote, at] = opened
  return {
    start: line!.start + at,
    end: line!.start + at + 1,
    message: `the quote ${quote} that is opened here is not closed`,
    hint: `write ${quote} where the text ends`,
  }
}

const isLeftOpen = (line: string, next: string | undefined) =>
  openingQuote(line) !== undefined && (next === undefined || indentOf(next) <= indentOf(line))

/** The quote that begins the value of a line and is not closed on it, with its column from 0. */
function openingQuote(line: string): [quote: string, at: number] | undefined {
  const at = VALUE.exec(line)?.[0].length
  const quote = at === undefined ? undefined : line[at]
  if (at === undefined || !isQuote(quote)) return undefined
  const closed = quote === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/
  return closed.test(line.slice(at)) ? undefined : [quote, at]
}

/** The innermost bracket that is open where the parser gave up. */
function openBracket({ message, start }: Reported, text: string, from: number): MistakeProblem | undefined {
  const closing = /end with (?:a )?([\]}])/.exec(message)?.[1]
  if (closing === undefined) return undefined
  const opening = closing === ']' ? '[' : '{'
  let depth = 0
  for (let at = start - 1; at >= from; at--) {
    if (text[at] === closing) depth++
    else if (text[at] === opening && depth-- === 0)
      return {
        start: at,
        end: at + 1,
        message: `the bracket ${opening} that is opened here is not closed`,
        hint: `write ${closing} where the ${opening === '[' ? 'list' : 'value'} ends`,
      }
  }
  return undefined
}

/** `summary: - text`: a dash may only begin an item on a line of its own. */
function dashInValue({ start }: Reported, text: string): MistakeProblem | undefined {
  const value = valueOf(text, start)
  if (value === undefined || !value.text.startsWith('- ') || !lineAt(text, start).text.trimStart().includes(': '))
    return undefined
  return {
    start: value.start,
    end: value.start + 1,
    message: 'a dash begins an item of a list, on a line of its own',
    hint: `for a list, write it below its key; for a text, leave the dash out, or put it in quotes: ${inQuotes(value.text)}`,
  }
}

/** `@` and `%` have a meaning in YAML at the beginning of a value. */
function reservedStart({ code, start }: Reported, text: string): MistakeProblem | undefined {
  if (code !== 'BAD_SCALAR_START') return undefined
  const written = restOfLine(text, start)
  return {
    start,
    end: start + written.length,
    message: `a value cannot begin with ${text[start]}`,
    hint: `put it in quotes: ${inQuotes(written)}`,
  }
}

/** `> 5 percent`: after > and | a text begins on the next line. */
function blockHeader({ code, start }: Reported, text: string): MistakeProblem | undefined {
  const value = valueOf(text, start)
  const sign = value && /^[>|](?=[-+\d]* )/.exec(value.text)?.[0]
  if (code !== 'UNEXPECTED_TOKEN' || value === undefined || sign === undefined) return undefined
  return {
    start: value.start,
    end: value.start + value.text.length,
    message: `after ${sign} a text begins on the next line, so nothing may follow on this one`,
    hint: `put it in quotes: ${inQuotes(value.text)}`,
  }
}

/** `name:A` is a text, not a key. */
function noSpace({ code, start }: Reported, text: string): MistakeProblem | undefined {
  const key = /^([\w-]+:)(?=[^\s:/])/.exec(restOfLine(text, start))?.[1]
  if (code !== 'MULTILINE_IMPLICIT_KEY' || key === undefined || lineAt(text, start).text.slice(0, -1).includes(': '))
    return undefined
  return {
    start,
    end: start + key.length,
    message: 'there is no space after this colon, so it is part of the text',
    hint: `write ${key} and a space`,
  }
}

const OF_ONE_LINE: readonly Recognise[] = [
  dashInValue,
  quoteInQuotes,
  openQuote,
  openBracket,
  reservedStart,
  blockHeader,
  noSpace,
]

/** A line that is indented further or less than its neighbours. */
function indentation(error: Reported, text: string, from: number): MistakeProblem | undefined {
  const at = strayLineOf(error, text)
  if (at === undefined) return undefined
  const line = lineAt(text, at)
  const own = indentOf(line.text)
  const above = lineAt(text, Math.max(from, line.start - FAR)).start
  const theirs = neighboursOf(linesUpTo(text, Math.max(from, above), line.start - 1), own)
  const start = line.start + own
  const { length } = restOfLine(text, start)
  if (theirs === undefined || length === 0) return undefined
  return {
    start,
    end: start + length,
    message: `this line is indented by ${spaces(own)}, its neighbours by ${spaces(theirs)}`,
    hint:
      own < theirs
        ? `indent it by ${spaces(theirs)}, as they are`
        : `${theirs === 0 ? 'remove the indent' : `indent it by ${spaces(theirs)}`}; if it continues the text above, put all of that text in quotes`,
  }
}

/** How many characters up neighbours are looked for, so that a file of many such lines is checked in reasonable time. */
const FAR = 20_000

/** Where the line is that does not line up; a key over two lines is really a value and the line below it. */
function strayLineOf({ code, message, start, end }: Reported, text: string): number | undefined {
  if (code === 'MULTILINE_IMPLICIT_KEY')
    return indentOf(lineAt(text, end - 1).text) > indentOf(lineAt(text, start).text) ? end - 1 : undefined
  const isStray =
    code === 'BAD_INDENT' ? message.startsWith('All mapping') : message.startsWith('Sequence item without')
  return isStray ? start : undefined
}

/**
 * By how many spaces the neighbouring keys of a line are indented. For a line too far to the right, these are on the line
 * that it seemed to continue; for one too far to the left, in the block that it interrupts.
 */
function neighboursOf(before: readonly Line[], own: number): number | undefined {
  const indents = before
    .filter(({ text }) => /\S/.test(text) && !/^ *#/.test(text))
    .map(({ text }) => /^ *(?:- +)*/.exec(text)![0].length)
  const last = indents.at(-1)
  if (last === undefined || last < own) return last
  const block = indents.slice(indents.findLastIndex((it) => it < own) + 1).filter((it) => it > own)
  return block.length === 0 ? undefined : Math.min(...block)
}

interface Line {
  readonly start: number
  readonly text: string
}

/** The line of an offset. */
function lineAt(text: string, at: number): Line {
  const start = lineStart(text, at)
  return { start, text: text.slice(start, endOfLine(text, start)) }
}

/** The lines from one offset to the line of another. */
function linesUpTo(text: string, from: number, to: number): Line[] {
  const lines: Line[] = []
  for (let start = from; start <= to && start < text.length; start = text.indexOf('\n', start) + 1) {
    lines.push({ start, text: text.slice(start, endOfLine(text, start)) })
    if (text.indexOf('\n', start) === -1) break
  }
  return lines
}

function endOfLine(text: string, at: number): number {
  const end = lineEnd(text, at)
  return text[end - 1] === '\r' ? end - 1 : end
}

/** The rest of a line from an offset on, without a comment. */
const restOfLine = (text: string, at: number) => text.slice(at, endOfLine(text, at)).replace(/\s+(?:#.*)?$/, '')

/** Dashes and a key, up to where the value begins. */
const VALUE = /^ *(?:- +)*(?:[^\s#"'[{][^:]*: +)?/

/** The value on the line of an offset. */
function valueOf(text: string, at: number): Line | undefined {
  const line = lineAt(text, at)
  const start = line.start + VALUE.exec(line.text)![0].length
  return start < endOfLine(text, at) ? { start, text: restOfLine(text, start) } : undefined
}

const isQuote = (sign: string | undefined): sign is string => sign === '"' || sign === "'"
const indentOf = (line: string) => /^ */.exec(line)![0].length
const spaces = (count: number) => (count === 0 ? 'none' : count === 1 ? '1 space' : `${count} spaces`)
