import { inQuotes } from './yaml-text.js'

/** Where a scalar is to be written: inside brackets, commas and brackets also end it. */
export interface ScalarPlace {
  readonly flow: boolean
  /** Must it be in quotes, although YAML needs none? Codes are, which other programs would read as numbers. */
  readonly quoted: boolean
}

/** One line of YAML that reads as a text: plain where that is safe, otherwise in double quotes. */
export const scalarText = (text: string, { flow, quoted }: ScalarPlace): string =>
  !quoted && isPlainSafe(text, flow) ? text : inQuotes(text)

/** A text in single quotes; undefined where these cannot hold it. */
export const inSingleQuotes = (text: string): string | undefined =>
  UNPRINTED.test(text) || text.includes('\n') ? undefined : `'${text.replaceAll("'", "''")}'`

/** Would a plain scalar read as this very text, and as something that was stated? */
export function isPlainSafe(text: string, flow: boolean): boolean {
  if (text === '' || text !== text.trim() || UNPRINTED.test(text) || text.includes('\n')) return false
  if (/^(?:~|null|<<|---|\.\.\.)$/i.test(text)) return false
  if (/^[,[\]{}#&*!|>'"%@`]/.test(text) || /^[-?:](?:\s|$)/.test(text) || /^(?:---|\.\.\.)\s/.test(text)) return false
  if (/:(?:\s|$)/.test(text) || /\s#/.test(text)) return false
  return !flow || !/[,[\]{}]|^[-?:]|:$/.test(text)
}

/** What no plain or block scalar may hold, or an editor would hide. */
const UNPRINTED =
  // oxlint-disable-next-line no-control-regex -- these characters are what this expression is for
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/

/** Can a text of several lines be written as a block as it is? */
export const isBlockSafe = (text: string): boolean =>
  text !== '' && text === text.trim() && !text.split('\n').some((it) => UNPRINTED.test(it) || it !== it.trimEnd())

/** Lines of a literal block, without their indent. */
export const literalLines = (text: string): string[] => text.split('\n')

/**
 * Lines of a folded block, without their indent: paragraphs, which a blank line parts in the text, wrapped at a width.
 * Undefined where folding would not give the same text back: it has line breaks of its own, or indented lines.
 */
export function foldedLines(text: string, width: number): string[] | undefined {
  if (/(?<!\n)\n(?!\n)|\n{3,}|\n | {2}/.test(text)) return undefined
  return text.split('\n\n').flatMap((paragraph, index) => [...(index === 0 ? [] : ['']), ...wrapped(paragraph, width)])
}

function wrapped(paragraph: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
