import type { MarkdownParts, Section } from '../document/markdown.js'
import { NO_LOSSES, mergeLosses, entryOf } from '../document/node.js'
import type { Entry, MapNode, Node, ScalarNode, Span, Losses } from '../document/node.js'
import { nearest } from './nearest.js'
import { partnershipSchema } from './partnership.js'
import type { Problem } from './fix.js'
import type { RecordKind } from './record-kinds.js'
import { keysOf, metaAt } from './schema-walk.js'

/** The headings of a markdown partnership with the fields that they fill: fields of prose, by their labels. */
export const narrativeHeadings = (): Readonly<Record<string, string>> =>
  (headings ??= Object.fromEntries(
    keysOf(partnershipSchema)!.flatMap((key) => {
      const { prose, label } = metaAt(partnershipSchema, [key])!
      return prose === true ? [[label, key]] : []
    }),
  ))
let headings: Readonly<Record<string, string>> | undefined

interface SectionProblems {
  readonly problems: readonly Problem[]
  readonly losses: Losses
}

/**
 * Adds the sections of a markdown record to its map, so that places and schema apply to them as well. Text that fills no
 * field is a problem.
 */
export function addSections(
  file: string,
  text: string,
  root: MapNode,
  { sections, preamble }: MarkdownParts,
  kind: RecordKind,
): SectionProblems {
  const stray = preamble && isLost(text, preamble, root) ? [strayText(file, preamble, kind)] : []
  const isWhole: Losses = { ...NO_LOSSES, extraDocuments: stray.length > 0 ? [] : undefined }
  if (kind !== 'update') {
    const filled = sections.map((section) => fillField(file, text, root, section))
    return {
      problems: [...stray, ...filled.flatMap(({ problems }) => problems)],
      losses: filled.map(({ losses }) => losses).reduce(mergeLosses, isWhole),
    }
  }
  const earlier = entryOf(root, 'sections')
  if (earlier !== undefined && sections[0] !== undefined)
    return {
      problems: [...stray, filledTwice(file, sections[0], 'sections', earlier)],
      losses: { ...isWhole, duplicated: new Set([earlier.value]) },
    }
  if (earlier === undefined)
    root.entries.push({
      key: scalar('sections', sections[0]?.headingSpan ?? root),
      value: sectionList(text, sections, root),
    })
  return { problems: stray, losses: isWhole }
}

/** Is text before the first heading lost? Comments and a title that repeats the name do not matter. */
function isLost(text: string, { start, end }: Span, root: MapNode): boolean {
  const plain = text
    .slice(start, end)
    .replace(/<!--.*?-->/gs, '')
    .trim()
  const names = ['name', 'title'].map((key) => entryOf(root, key)?.value)
  const isTitle = names.some((it) => it?.kind === 'scalar' && plain === `# ${it.text.trim()}`)
  return plain !== '' && !isTitle
}

/** Fills the field of a section's heading with its text, unless it has a value already. */
function fillField(file: string, text: string, root: MapNode, section: Section): SectionProblems {
  const { heading, headingSpan, body } = section
  const headings = narrativeHeadings()
  const field = Object.hasOwn(headings, heading) ? headings[heading] : undefined
  const hasText = body.end > body.start
  if (field === undefined) {
    const meant = headings[nearest(heading, Object.keys(headings)) ?? '']
    const further = hasText ? [meant ?? ''].filter((it) => it !== '') : undefined
    return { problems: [unknownSection(file, section)], losses: { ...NO_LOSSES, extraDocuments: further } }
  }
  const earlier = hasText ? entryOf(root, field) : undefined
  if (earlier !== undefined)
    return {
      problems: [filledTwice(file, section, field, earlier)],
      losses: { ...NO_LOSSES, duplicated: new Set([earlier.value]) },
    }
  if (hasText)
    root.entries.push({ key: scalar(field, headingSpan), value: scalar(text.slice(body.start, body.end), body) })
  return { problems: [], losses: NO_LOSSES }
}

const scalar = (text: string, { start, end }: Span): ScalarNode => {
  return { kind: 'scalar', text, style: 'section', start, end }
}

function sectionList(text: string, sections: Section[], root: MapNode): Node {
  const items = sections.map(({ heading, headingSpan, body }): MapNode => {
    const entries: Entry[] = [{ key: scalar('heading', headingSpan), value: scalar(heading, headingSpan) }]
    if (body.end > body.start)
      entries.push({ key: scalar('text', headingSpan), value: scalar(text.slice(body.start, body.end), body) })
    return { kind: 'map', entries, flow: false, start: headingSpan.start, end: body.end }
  })
  return { kind: 'list', items, flow: false, start: items[0]?.start ?? root.end, end: items.at(-1)?.end ?? root.end }
}

const strayText = (file: string, { start, end }: Span, kind: RecordKind): Problem => ({
  code: 'syntax/stray-text',
  at: { file, start, end },
  message: 'this text is before the first ## heading, so it belongs to no section',
  hint:
    kind === 'update'
      ? 'put it below a heading such as ## Purpose, or take it out'
      : 'put it below a heading such as ## Rationale, or take it out; the name is in the front matter',
})

function filledTwice(file: string, { heading, headingSpan }: Section, field: string, { key }: Entry): Problem {
  const isSection = key.style === 'section'
  return {
    code: 'syntax/duplicate-key',
    at: { file, start: headingSpan.start, end: headingSpan.end },
    message: isSection
      ? `there are two sections "${heading}"`
      : `the front matter gives ${field}, so this section is not read`,
    hint: 'make one of the two; only the first is read',
    related: [{ at: { file, start: key.start, end: key.end }, message: 'it is written here first' }],
  }
}

function unknownSection(file: string, { heading, headingSpan }: Section): Problem {
  const names = Object.keys(narrativeHeadings())
  const meant = nearest(heading, names)
  // lists, whose items have days, roles and grades, are data (docs/decisions/0018-sections-are-prose.md)
  const list = keysOf(partnershipSchema)!.find((key) => {
    const { kind, label } = metaAt(partnershipSchema, [key])!
    return kind === 'list' && label.toLowerCase() === heading.toLowerCase()
  })
  return {
    code: 'schema/unknown-key',
    at: { file, start: headingSpan.start, end: headingSpan.end },
    message: `"${heading}" is not a section of a partnership`,
    hint:
      list !== undefined
        ? `write them in the front matter, below ${list}:`
        : meant === undefined
          ? `sections: ${names.join(', ')}`
          : `did you mean ## ${meant}?`,
  }
}
