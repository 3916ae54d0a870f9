import type { Span } from './node.js'

/** A `## ` section of a markdown record. */
export interface Section {
  readonly heading: string
  /** The heading's words, without `## `. */
  readonly headingSpan: Span
  /** The text below the heading up to the next one, without blank lines around it. */
  readonly body: Span
}

/** A markdown record cut into front matter (YAML between two `---` lines) and its sections. */
export interface MarkdownParts {
  /** Undefined when the file does not begin with a `---` line that a second one closes. */
  readonly frontMatter: Span | undefined
  readonly sections: Section[]
  /** Text after the front matter and before the first heading. */
  readonly preamble: Span | undefined
}

/** Cuts a markdown text. Headings inside fenced code are text. */
export function cutMarkdown(text: string): MarkdownParts {
  const open = /^---[ \t]*\r?\n/.exec(text)
  const close = open === null ? null : /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(text.slice(open[0].length))
  if (open === null || close === null) return { frontMatter: undefined, sections: [], preamble: undefined }
  const start = open[0].length
  const end = start + close.index
  return { frontMatter: { start, end }, ...cutSections(text, end + close[0].length) }
}

/** The stretch of a file's text that is YAML: all of it, or the front matter of a markdown file that has one. */
export const yamlOf = (file: string, text: string): Span =>
  (file.endsWith('.md') ? cutMarkdown(text).frontMatter : undefined) ?? { start: 0, end: text.length }

function cutSections(text: string, from: number): Pick<MarkdownParts, 'sections' | 'preamble'> {
  const headings: { start: number; heading: string; headingSpan: Span; bodyStart: number }[] = []
  let fence: string | undefined
  for (let start = from; start < text.length;) {
    const newline = text.indexOf('\n', start)
    const next = newline === -1 ? text.length : newline + 1
    const line = text.slice(start, next).replace(/\r?\n$/, '')
    const marker = /^ {0,3}(```+|~~~+)/.exec(line)?.[1]
    if (marker !== undefined && (fence === undefined || marker.startsWith(fence)))
      fence = fence === undefined ? marker : undefined
    const heading = fence === undefined ? /^##[ \t]+(.*?)[ \t]*#*[ \t]*$/.exec(line) : null
    if (heading !== null) {
      const wordsAt = start + line.indexOf(heading[1]!, 2)
      headings.push({
        start,
        heading: heading[1]!,
        headingSpan: { start: wordsAt, end: wordsAt + heading[1]!.length },
        bodyStart: next,
      })
    }
    start = next
  }
  const ends = [...headings.slice(1).map((it) => it.start), text.length]
  const sections = headings.map(({ heading, headingSpan, bodyStart }, index) => {
    return { heading, headingSpan, body: trimmed(text, bodyStart, ends[index]!) }
  })
  const preamble = trimmed(text, from, headings[0]?.start ?? text.length)
  return { sections, preamble: preamble.start === preamble.end ? undefined : preamble }
}

function trimmed(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}
