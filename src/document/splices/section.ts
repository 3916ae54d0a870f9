import type { Splice } from '../edit.js'
import { lineEnding, lineStart } from '../extents.js'
import { cutMarkdown, type Section } from '../markdown.js'

/**
 * The text of a `## ` section of a markdown record, new or in place of the old one.
 * @param order headings in the order of the sections; a new one follows the last that comes before it
 */
export function setSection(text: string, heading: string, body: string, order: readonly string[]): Splice {
  const { sections, preamble, frontMatter } = cutMarkdown(text)
  const ending = lineEnding(text)
  const lines = body.split('\n').join(ending)
  const there = sections.find((it) => it.heading === heading)
  if (there !== undefined) return isEmptySection(there) ? fill(text, there, lines) : { ...there.body, text: lines }
  const section = `## ${heading}${ending}${ending}${lines}`
  const rank = order.indexOf(heading)
  const before = sections.findLast((it) => order.indexOf(it.heading) < rank && order.includes(it.heading))
  const next = sections[0]
  if (before === undefined && next !== undefined) {
    const at = lineStart(text, next.headingSpan.start)
    return { start: at, end: at, text: `${section}${ending}${ending}` }
  }
  const at = before === undefined ? (preamble?.end ?? afterFrontMatter(text, frontMatter!.end)) : endOf(before)
  const isAtLineStart = text[at - 1] === '\n'
  return { start: at, end: at, text: `${isAtLineStart ? '' : ending}${ending}${section}${isAtLineStart ? ending : ''}` }
}

/** Takes a section out, with its heading. */
export function removeSection(text: string, heading: string): Splice[] {
  const { sections } = cutMarkdown(text)
  const index = sections.findIndex((it) => it.heading === heading)
  if (index === -1) return []
  const start = lineStart(text, sections[index]!.headingSpan.start)
  const next = sections[index + 1]
  return [{ start, end: next === undefined ? text.length : lineStart(text, next.headingSpan.start), text: '' }]
}

const isEmptySection = ({ body }: Section) => body.start >= body.end
const endOf = (section: Section) => (isEmptySection(section) ? section.headingSpan.end : section.body.end)

function fill(text: string, { headingSpan }: Section, lines: string): Splice {
  const newline = text.indexOf('\n', headingSpan.end)
  const ending = lineEnding(text)
  const at = newline === -1 ? text.length : newline + 1
  return { start: at, end: at, text: newline === -1 ? `${ending}${ending}${lines}` : `${ending}${lines}${ending}` }
}

/** Behind the line that closes the front matter. */
function afterFrontMatter(text: string, end: number): number {
  const newline = text.indexOf('\n', end)
  return newline === -1 ? text.length : newline + 1
}
