import type { ChalkInstance } from 'chalk'
import type { Severity } from '../../rules/rule.js'

/** The colour of a severity. */
export const paintOf = (severity: Severity, ink: ChalkInstance): ChalkInstance =>
  ({ error: ink.red, warning: ink.yellow, info: ink.blue })[severity]

/** Lines and characters of text in a terminal. */
export interface TerminalText {
  /** Breaks a text, which may have colours, into lines of at most so many cells. */
  wrap(text: string, columns: number): string
  /** What a person sees as one character, each with where it begins. */
  glyphs(text: string): Iterable<{ readonly segment: string; readonly index: number }>
  /** How many cells a text takes. */
  cells(text: string): number
}

/** Text and where it is shown; lines are no longer than a person reads. */
export interface TextLook {
  readonly width: number
  readonly terminal: TerminalText
}

/** Text in lines of the width, with what begins the first line and the others. */
export const wrapped = (text: string, { width, terminal }: TextLook, first = '', rest = ''): string =>
  terminal
    .wrap(text, Math.max(20, width - rest.length))
    .split('\n')
    .map((line, index) => (index === 0 ? first : rest) + line)
    .join('\n')

/**
 * How to lay out what will be shown, which is given as JSON. In nearly every register each letter takes one cell, and
 * support for all of Unicode takes longer to load than a small register takes to check, so it is loaded only if a
 * character needs it.
 */
export async function terminalTextFor(json: string): Promise<TerminalText> {
  return PLAIN.test(json) ? plainText : (await import('./any-text.js')).anyText
}

/** Latin letters, dashes, quotes and dots, without the non-breaking space and the soft hyphen. */
export const PLAIN = /^[\u0020-\u007E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027]*$/

/** Does what `any-text.ts` does, for plain text; a property test keeps the two alike. */
export const plainText: TerminalText = {
  wrap(text, columns) {
    if (text.length <= columns && !isColoured(text)) return text.trim()
    const rows: string[] = []
    let row = ''
    let used = 0
    const begin = () => {
      rows.push(row)
      row = ''
      used = 0
    }
    for (const word of text.trim().split(' ')) {
      const width = cellsOf(word)
      if (used > 0) {
        row += ' '
        used++
      }
      if (width <= columns) {
        if (used > 0 && width > 0 && used + width > columns) begin()
        row += word
        used += width
        continue
      }
      // a word longer than a row begins where it is, unless a new row saves a break
      const breaksHere = 1 + Math.floor((width - (columns - used) - 1) / columns)
      if (Math.floor((width - 1) / columns) < breaksHere) begin()
      for (const token of word.match(STYLE_OR_CHARACTER) ?? []) {
        const isStyle = token.length > 1
        if (!isStyle && used === columns) begin()
        row += token
        if (!isStyle) used++
      }
    }
    begin()
    const trimmed = rows.map((row) => row.replace(END, (end) => end.replaceAll(' ', '')))
    return isColoured(text) ? restyled(trimmed) : trimmed.join('\n')
  },
  glyphs: (text) => Array.from(text, (segment, index) => ({ segment, index })),
  cells: (text) => text.length,
}

/* oxlint-disable no-control-regex -- a colour begins with the control character escape */
const STYLE = /\u001B\[(\d+)m/g
const STYLE_OR_CHARACTER = /\u001B\[\d+m|./g
const END = /(?: |\u001B\[\d+m)+$/
/* oxlint-enable no-control-regex */

const isColoured = (text: string) => text.includes('\u001B')
const cellsOf = (text: string) => (isColoured(text) ? text.replace(STYLE, '') : text).length

/** Ends each row's colours at its end and begins them again in the next. */
function restyled(rows: readonly string[]): string {
  const open: string[] = []
  return rows
    .map((row) => {
      const again = open.map((it) => `\u001B[${it}m`).join('')
      for (const [, style = ''] of row.matchAll(STYLE)) {
        if (open.at(-1) !== undefined && style === endOf(open.at(-1)!)) open.pop()
        else open.push(style)
      }
      const ends = open.toReversed().map((it) => `\u001B[${endOf(it)}m`)
      return again + row + ends.join('')
    })
    .join('\n')
}

/** What ends a style: bold and dim share their end, colours have theirs. */
const endOf = (style: string) => (style === '4' ? '24' : style.length === 1 ? '22' : '39')
