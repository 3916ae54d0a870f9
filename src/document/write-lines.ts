import type { Written } from './edit.js'
import type { Path } from './node.js'
import { inQuotes } from './yaml-text.js'

/** How new values of a file are laid out, so that they look like their neighbours. */
export interface YamlStyle {
  /** Columns between a key and the dashes of the list below it: 2, or 0. */
  readonly dashIndent: number
  /** Columns between a dash and the keys of its item. */
  readonly itemIndent: number
  /** Must this text at this place be in quotes, although YAML needs none? */
  readonly isQuoted: (path: Path, text: string) => boolean
}

/**
 * The lines after a key's colon or an item's dash. The first follows on the same line, and begins with a space unless it is
 * empty; the others are already indented.
 * @param indent the column of the key, or of the dash
 * @param isItem does it follow a dash, so that the first key of a map is on the same line?
 */
export function valueLines(value: Written, path: Path, indent: number, isItem: boolean, style: YamlStyle): string[] {
  if (typeof value === 'string') return textLines(value, path, indent, style)
  if (isList(value)) {
    if (value.length === 0) return [' []']
    const flow = flowText(value, path, style)
    if (value.every(isWord) && flow.length + indent < MOST_IN_FLOW) return [` ${flow}`]
    const dashAt = indent + (isItem ? 2 : style.dashIndent)
    return ['', ...value.flatMap((it, index) => itemLines(it, [...path, index], dashAt, style))]
  }
  const entries = Object.entries(value)
  if (entries.length === 0) return [' {}']
  const keyAt = indent + (isItem ? style.itemIndent : 2)
  const lines = entries.flatMap(([key, it]) => entryLines(key, it, [...path, key], keyAt, style))
  return isItem ? [`${' '.repeat(style.itemIndent - 1)}${lines[0]!.trimStart()}`, ...lines.slice(1)] : ['', ...lines]
}

/** The lines of a key with its value, indented. */
export function entryLines(key: string, value: Written, path: Path, indent: number, style: YamlStyle): string[] {
  const [first = '', ...rest] = valueLines(value, path, indent, false, style)
  return [`${' '.repeat(indent)}${keyText(key)}:${first}`, ...rest]
}

/** The lines of a list item, indented. */
export function itemLines(value: Written, path: Path, dashAt: number, style: YamlStyle): string[] {
  const [first = '', ...rest] = valueLines(value, path, dashAt, true, style)
  return [`${' '.repeat(dashAt)}-${first}`, ...rest]
}

/** A key as YAML text; `flow` inside brackets. */
export const keyText = (key: string, flow = false): string => scalarText(key, { flow, quoted: false })

/** A value on one line, as it is inside brackets. */
export function flowText(value: Written, path: Path, style: YamlStyle): string {
  if (typeof value === 'string') return scalarText(value, { flow: true, quoted: style.isQuoted(path, value) })
  if (isList(value)) return `[${value.map((it, index) => flowText(it, [...path, index], style)).join(', ')}]`
  const entries = Object.entries(value).map(
    ([key, it]) => `${keyText(key, true)}: ${flowText(it, [...path, key], style)}`,
  )
  return `{${entries.join(', ')}}`
}

function textLines(text: string, path: Path, indent: number, style: YamlStyle): string[] {
  if (text.includes('\n') && isBlockSafe(text)) return [' |-', ...indented(text.split('\n'), indent + 2)]
  return [` ${scalarText(text, { flow: false, quoted: style.isQuoted(path, text) })}`]
}

/** Lines moved to the right; blank ones stay empty. */
export const indented = (lines: readonly string[], indent: number): string[] =>
  lines.map((it) => (it === '' ? '' : `${' '.repeat(indent)}${it}`))

export const isList = (value: Written): value is readonly Written[] => Array.isArray(value)
const isWord = (value: Written) => typeof value === 'string' && value !== '' && !/\s/.test(value)

/** Longer lists of words have one word per line. */
const MOST_IN_FLOW = 60

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
