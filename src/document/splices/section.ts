import type { Splice } from '../edit.js'
import { lineEnding } from '../extents.js'
import { lineEnd, lineStart } from '../node.js'
import { cutMarkdown, type Section } from '../markdown.js'

/**
 * The text of a `## ` section of a markdown record, new or in place of the old one.
 * @param order headings in the order of the sections; a new one follows the last that comes before it
 */
export function setSection(text: string, heading: string, body: string, order: readonly string[]): Splice {
  const { sections, preamble, frontMatter } = cutMarkdown(text)
  const ending = lineEnding(text)
  const lines = body.split('\n').join(ending)
  const old = sections.find((it) => it.heading === heading)
  if (old !== undefined) return isEmptySection(old) ? fill(text, old, lines) : { ...old.body, text: lines }
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

/** Removes a section with its heading. */
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
  const end = lineEnd(text, headingSpan.end)
  const ending = lineEnding(text)
  if (end === text.length) return { start: end, end, text: `${ending}${ending}${lines}` }
  return { start: end + 1, end: end + 1, text: `${ending}${lines}${ending}` }
}

/** After the line that closes the front matter. */
const afterFrontMatter = (text: string, end: number) => Math.min(lineEnd(text, end) + 1, text.length)
