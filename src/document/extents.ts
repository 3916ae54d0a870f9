import {
  type Entry,
  type ListNode,
  type MapNode,
  type Node,
  type ScalarNode,
  type Span,
  lineEnd,
  lineStart,
} from './node.js'

/** The YAML of a text: all of it, or the front matter of a markdown record without the sections below it. */
export interface Stretch extends Span {
  readonly text: string
}

/** Where the next line begins, or the stretch ends. */
export const nextLine = ({ text, end }: Stretch, offset: number): number => Math.min(lineEnd(text, offset) + 1, end)

/** The line ending that a text uses. */
export const lineEnding = (text: string): string => (/\r\n/.test(text) ? '\r\n' : '\n')

/** Entries in the YAML itself; those of a markdown record's sections follow the front matter. */
export const yamlEntries = (map: MapNode): Entry[] => map.entries.filter(({ key }) => key.style !== 'section')

/** The header of a block of text (`|-`, `>2`); undefined for other scalars. */
export function blockHeader(text: string, from: number, scalar: ScalarNode): BlockHeader | undefined {
  if (scalar.style !== 'literal' && scalar.style !== 'folded') return undefined
  const found = /[|>][-+0-9]*/.exec(text.slice(from, scalar.start))
  if (found === null) return undefined
  const start = from + found.index
  return { start, end: start + found[0].length, keepsBlankLines: found[0].includes('+'), written: found[0] }
}

interface BlockHeader extends Span {
  /** Are blank lines below the text a part of it? */
  readonly keepsBlankLines: boolean
  readonly written: string
}

/**
 * Where the lines of a value end: after the line of its last character and any comment on it, and after comments that
 * are indented more than its key or dash.
 * @param from where its key, or the dash of its item, ends
 * @param indent the column of that key or dash
 */
export function endOfLines(stretch: Stretch, node: Node, from: number, indent: number): number {
  let end = lastLineEnd(stretch, node, from)
  for (let next = end; next < stretch.end; next = nextLine(stretch, next)) {
    const line = stretch.text.slice(next, nextLine(stretch, next))
    const comment = /^( *)#/.exec(line)
    if (comment === null || comment[1]!.length <= indent) break
    end = next + line.length
  }
  return end
}

function lastLineEnd(stretch: Stretch, node: Node, from: number): number {
  if (node.kind === 'map' && !node.flow) {
    const last = yamlEntries(node).at(-1)
    return last === undefined ? nextLine(stretch, from) : lastLineEnd(stretch, last.value, last.key.end)
  }
  if (node.kind === 'list' && !node.flow) {
    const last = node.items.at(-1)
    return last === undefined ? nextLine(stretch, from) : lastLineEnd(stretch, last, last.start)
  }
  if (node.kind === 'scalar' && node.style === 'absent') return nextLine(stretch, from)
  const end = nextLine(stretch, Math.max(node.end, from))
  const isBlock = node.kind === 'scalar' && blockHeader(stretch.text, from, node)?.keepsBlankLines
  return isBlock ? afterBlankLines(stretch, end) : end
}

/** The beginning of the first line that is not blank. */
function afterBlankLines(stretch: Stretch, from: number): number {
  let at = from
  while (at < stretch.end && stretch.text.slice(at, nextLine(stretch, at)).trim() === '') at = nextLine(stretch, at)
  return at
}

/**
 * Where the comment lines directly above a line begin.
 * @param indent the column that they begin at, as others belong to the value before; any column if left out
 */
export function commentsAbove({ text, start }: Stretch, line: number, indent?: number): number {
  let from = line
  while (from > start) {
    const above = lineStart(text, from - 1)
    const comment = /^( *)#/.exec(text.slice(above, from))
    if (above < start || comment === null || (indent !== undefined && comment[1]!.length !== indent)) break
    from = above
  }
  return from
}

/**
 * Where the dash of each item of a block list is; undefined where one does not begin its line, as in `- - a`.
 * @param from where the list's key ends
 */
export function dashesOf({ text }: Stretch, list: ListNode, from: number): number[] | undefined {
  const dashes: number[] = []
  let after = from
  for (const item of list.items) {
    const isAbsent = item.kind === 'scalar' && item.style === 'absent'
    const before = text.slice(after, isAbsent ? text.length : item.start)
    const dash = isAbsent ? /^[ \t]*-(?=\s|$)/m.exec(before) : lastDash(before)
    if (dash === null) return undefined
    const at = after + dash.index + dash[0].length - 1
    if (text.slice(lineStart(text, at), at).trim() !== '') return undefined
    dashes.push(at)
    after = isAbsent ? at + 1 : Math.max(item.end, at + 1)
  }
  return dashes
}

/** The dash that introduces what comes next: only blanks, comments and a block header are between. */
function lastDash(before: string): RegExpExecArray | null {
  return [...before.matchAll(/^[ \t]*-(?=\s)/gm)].at(-1) ?? null
}
