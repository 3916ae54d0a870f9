import { inQuotes } from './yaml-text.js'

interface ScalarPlace {
  /** Is it inside brackets, where commas and brackets also end it? */
  readonly flow: boolean
  /** Must it be in quotes although YAML needs none, as a code that other programs would read as a number? */
  readonly quoted: boolean
}

/** One line of YAML that reads as a text: plain where that is safe, otherwise in double quotes. */
export const scalarText = (text: string, { flow, quoted }: ScalarPlace): string =>
  !quoted && isPlainSafe(text, flow) ? text : inQuotes(text)

/** A text in single quotes; undefined where these cannot express it. */
export const inSingleQuotes = (text: string): string | undefined =>
  UNPRINTED.test(text) || text.includes('\n') ? undefined : `'${text.replaceAll("'", "''")}'`

/** Would this text, written plain, be read as the same text and not as an empty value? */
function isPlainSafe(text: string, flow: boolean): boolean {
  if (text === '' || text !== text.trim() || UNPRINTED.test(text) || text.includes('\n')) return false
  if (/^(?:~|null|<<|---|\.\.\.)$/i.test(text)) return false
  if (/^[,[\]{}#&*!|>'"%@`]/.test(text) || /^[-?:](?:\s|$)/.test(text) || /^(?:---|\.\.\.)\s/.test(text)) return false
  if (/:(?:\s|$)/.test(text) || /\s#/.test(text)) return false
  return !flow || !/[,[\]{}]|^[-?:]|:$/.test(text)
}

/** Characters that no plain or block scalar may have, or that an editor would hide. */
const UNPRINTED =
  // oxlint-disable-next-line no-control-regex -- these characters are what this expression is for
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/

/** Can a text of several lines be written as a block as it is? */
export const isBlockSafe = (text: string): boolean =>
  text !== '' && text === text.trim() && !text.split('\n').some((it) => UNPRINTED.test(it) || it !== it.trimEnd())

/**
 * Lines of a folded block without their indent: paragraphs, with a blank line between them, wrapped at a width. Undefined
 * where folding would change the text, which has other line breaks or indented lines.
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
