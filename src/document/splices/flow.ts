import { CannotEdit, type Splice } from '../edit.js'
import { commentsAbove, lineEnding, nextLine, type Stretch } from '../extents.js'
import { type ListNode, type MapNode, type Span, columnOf, lineStart } from '../node.js'

/**
 * Inserts a member inside brackets that have others. Comments stay with the members that they belong to.
 * @param members the stretches of the others
 * @param index the position of the new one
 */
export function flowInsert(
  stretch: Stretch,
  parent: MapNode | ListNode,
  members: readonly Span[],
  index: number,
  text: string,
): Splice[] {
  const next = members[index]
  if (next === undefined) return insertLast(stretch, parent, members.at(-1)!, text)
  if (!beginsLine(stretch, next)) return [{ start: next.start, end: next.start, text: `${text}, ` }]
  const column = columnOf(stretch.text, next.start)
  const line = commentsAbove(stretch, lineStart(stretch.text, next.start), column)
  return [{ start: line, end: line, text: `${' '.repeat(column)}${text},${lineEnding(stretch.text)}` }]
}

function insertLast(stretch: Stretch, parent: MapNode | ListNode, last: Span, text: string): Splice[] {
  const comma = commaBehind(stretch, last)
  const at = last.end + (comma ?? 0)
  if (comma === undefined && /,/.test(withoutComments(stretch.text.slice(last.end, parent.end))))
    throw new CannotEdit('the comma of the last value inside the brackets is not directly behind it', last.start)
  if (!beginsLine(stretch, last)) {
    // a comment runs to the end of its line, so the new member goes before it
    return [{ start: at, end: at, text: comma === undefined ? `, ${text}` : ` ${text},` }]
  }
  const ending = lineEnding(stretch.text)
  const put = `${' '.repeat(columnOf(stretch.text, last.start))}${text}${comma === undefined ? '' : ','}`
  const own = comma === undefined ? [{ start: last.end, end: last.end, text: ',' }] : []
  if (!endsLine(stretch, at)) {
    const joined = `${comma === undefined ? ',' : ''}${ending}${put}`
    return [{ start: at, end: at, text: joined }]
  }
  const line = nextLine(stretch, at)
  return [...own, { start: line, end: line, text: `${put}${ending}` }]
}

/**
 * Removes a member with its comma. A member on lines of its own is removed with these lines and the comments above it.
 * @throws CannotEdit where a comment on another member would be lost
 */
export function flowRemove(stretch: Stretch, members: readonly Span[], index: number): Splice[] {
  const { text } = stretch
  const member = members[index]!
  const behind = member.end + (commaBehind(stretch, member) ?? 0)
  if (beginsLine(stretch, member) && endsLine(stretch, behind)) {
    const start = commentsAbove(stretch, lineStart(text, member.start), columnOf(text, member.start))
    return [{ start, end: nextLine(stretch, behind), text: '' }]
  }
  const next = members[index + 1]
  const before = members[index - 1]
  const cut = next !== undefined ? { start: member.start, end: next.start } : { start: before!.end, end: member.end }
  if (!/[#\n]/.test(text.slice(cut.start, cut.end))) return [{ ...cut, text: '' }]
  if (next === undefined) return [{ start: member.start, end: behind, text: '' }]
  if (/\n[ \t]*#/.test(text.slice(behind, cut.end)))
    throw new CannotEdit('there is a comment between the values inside the brackets, which would be lost', member.start)
  return [{ ...cut, text: '' }]
}

/** How far after a member its comma ends, if it is on the same line. */
const commaBehind = ({ text }: Stretch, { end }: Span) => /^[ \t]*,/.exec(text.slice(end, end + 80))?.[0].length

const withoutComments = (text: string) => text.replace(/(^|\s)#.*/g, '$1')

/** Is nothing before a member on its line? */
const beginsLine = ({ text }: Stretch, { start }: Span) => text.slice(lineStart(text, start), start).trim() === ''
/** Is nothing but a comment after an offset on its line? */
const endsLine = (stretch: Stretch, offset: number) =>
  /^\s*(?:$|#)/.test(stretch.text.slice(offset, nextLine(stretch, offset)).replace(/\r?\n$/, ''))
