import type { Splice } from './edit.js'
import { columnOf, lineEnding, lineStart, nextLine, type Stretch } from './extents.js'
import type { ListNode, MapNode, Span } from './node.js'

/**
 * A new member inside brackets that hold others.
 * @param members the stretches of those
 * @param index the position that it is to have
 */
export function flowInsert(
  stretch: Stretch,
  parent: MapNode | ListNode,
  members: readonly Span[],
  index: number,
  text: string,
): Splice {
  const next = members[index]
  if (next !== undefined) {
    const between = isOnOwnLine(stretch, next) ? `,${newLine(stretch, next)}` : ', '
    return { start: next.start, end: next.start, text: `${text}${between}` }
  }
  const last = members.at(-1)!
  const rest = stretch.text.slice(last.end, parent.end)
  const comma = /^\s*,/.exec(rest)?.[0].length
  const at = last.end + (comma ?? 0)
  if (!isOnOwnLine(stretch, last)) return { start: at, end: at, text: comma === undefined ? `, ${text}` : ` ${text},` }
  // a comment behind the last member stays with it
  const line = nextLine(stretch, at)
  const hasComment = /\s#/.test(stretch.text.slice(at, line))
  const put = `${newLine(stretch, last)}${text}`
  if (!hasComment || comma === undefined)
    return { start: at, end: at, text: comma === undefined ? `,${put}` : `${put},` }
  return { start: line, end: line, text: `${put.slice(lineEnding(stretch.text).length)},${lineEnding(stretch.text)}` }
}

/** Takes a member out, with its comma. */
export function flowRemove({ text }: Stretch, members: readonly Span[], index: number): Splice {
  const member = members[index]!
  const next = members[index + 1]
  if (next !== undefined) return { start: member.start, end: next.start, text: '' }
  const before = members[index - 1]
  if (before !== undefined) return { start: before.end, end: member.end, text: '' }
  const comma = /^\s*,/.exec(text.slice(member.end))?.[0].length ?? 0
  return { start: member.start, end: member.end + comma, text: '' }
}

const isOnOwnLine = ({ text }: Stretch, { start }: Span) => text.slice(lineStart(text, start), start).trim() === ''
const newLine = ({ text }: Stretch, { start }: Span) => `${lineEnding(text)}${' '.repeat(columnOf(text, start))}`
