import { decode } from '../document/decode.js'
import { cutMarkdown, type Section } from '../document/markdown.js'
import type { Document, Entry, MapNode, Node, ScalarNode, Span, SyntaxProblem } from '../document/node.js'
import { parseYaml, type Unparsed } from '../document/parse.js'
import { NARRATIVE_HEADINGS } from './partnership.js'
import type { Problem } from './problem.js'
import type { SourceFile, Trouble } from './source-file.js'

/** A file read as far as its syntax: its tree, and what was wrong. */
export interface ReadFile {
  readonly file: string
  /** The text as far as it could be decoded; printed places and code frames are taken from it. */
  readonly text: string
  /** As they stand in the file; undefined when it could not be read. */
  readonly bytes: Uint8Array | undefined
  /** Undefined when nothing could be read. */
  readonly root: MapNode | undefined
  readonly problems: Problem[]
}

/** Lists every syntax error of a text that did not parse; handed in, because it is loaded only when needed. */
export type ExplainSyntax = (text: string, unparsed: Unparsed, from?: number, to?: number) => SyntaxProblem[]

/** Reads one file into a tree. `record` says what a markdown file's sections fill. */
export function readTree(
  source: SourceFile,
  record: 'partnership' | 'update' | 'data',
  explain: ExplainSyntax | undefined,
): ReadFile | 'needs-explaining' {
  const { path: file, bytes } = source
  if (bytes === undefined) return { file, text: '', bytes: undefined, root: undefined, problems: [troubleOf(source)] }
  const { text, readable, problems } = decode(bytes)
  const told = problems.map((problem) => fromSyntax(file, problem))
  if (!readable) return { file, text, bytes, root: undefined, problems: told }
  const isMarkdown = file.endsWith('.md')
  const parts = isMarkdown ? cutMarkdown(text) : undefined
  if (parts !== undefined && parts.frontMatter === undefined)
    return { file, text, bytes, root: undefined, problems: [...told, noFrontMatter(file, text)] }
  const { start: from, end: to } = parts?.frontMatter ?? { start: 0, end: text.length }
  const parsed = parseYaml(text, from, to)
  if ('reason' in parsed) {
    if (explain === undefined) return 'needs-explaining'
    return {
      file,
      text,
      bytes,
      root: undefined,
      problems: [...told, ...explain(text, parsed, from, to).map((it) => fromSyntax(file, it))],
    }
  }
  told.push(...parsed.problems.map((problem) => fromSyntax(file, problem)))
  const root = asMap(file, parsed, told)
  if (root !== undefined && parts !== undefined) addSections(file, text, root, parts.sections, record, told)
  return { file, text, bytes, root, problems: told }
}

/** Reads a file that has no tree; without bytes, where it is no text. */
export function readText(file: string, bytes: Uint8Array): ReadFile {
  const { text, readable, problems } = decode(bytes)
  const told = problems.map((problem) => fromSyntax(file, problem))
  return { file, text, bytes: readable ? bytes : undefined, root: undefined, problems: told }
}

const fromSyntax = (file: string, { code, start, end, message, hint, related }: SyntaxProblem): Problem => ({
  code,
  at: { file, start, end },
  message,
  ...(hint && { hint }),
  ...(related && {
    related: related.map((it) => ({ at: { file, start: it.start, end: it.end }, message: it.message })),
  }),
})

function asMap(file: string, { root }: Document, problems: Problem[]): MapNode | undefined {
  if (root?.kind === 'map') return root
  const empty = root === undefined || (root.kind === 'scalar' && root.style === 'absent')
  const span: Span = root ?? { start: 0, end: 0 }
  const message = empty
    ? 'this file holds nothing'
    : `this file holds a ${root.kind === 'list' ? 'list' : 'single value'}, not keys with values`
  problems.push({
    code: 'syntax/empty',
    at: { file, start: span.start, end: span.end },
    message,
    hint:
      file === 'register.yaml'
        ? 'begin with schema: 1 and organisation: …'
        : file === 'policy.yaml'
          ? 'begin with extends: nhs-2026'
          : 'begin with name: …, or delete the file',
  })
  return undefined
}

const noFrontMatter = (file: string, text: string): Problem => {
  const isOpen = /^---\s*?(?:\r?\n|$)/.test(text)
  return {
    code: 'syntax/front-matter',
    at: { file, start: 0, end: 3 },
    message: isOpen ? 'the front matter of this markdown file is not closed' : 'this markdown file has no front matter',
    hint: isOpen
      ? 'write a second line --- after the keys'
      : 'begin it with a line ---, the keys, and a second line ---',
  }
}

/** Makes the sections of a markdown record look like values of its map, so that places and schema hold for them too. */
function addSections(
  file: string,
  text: string,
  root: MapNode,
  sections: Section[],
  record: string,
  problems: Problem[],
): void {
  if (record === 'update') {
    root.entries.push({
      key: scalar('sections', sections[0]?.headingSpan ?? root),
      value: sectionList(text, sections, root),
    })
    return
  }
  for (const section of sections) {
    const field = NARRATIVE_HEADINGS[section.heading]
    if (field === undefined) problems.push(unknownSection(file, section))
    else if (section.body.end > section.body.start)
      root.entries.push({
        key: scalar(field, section.headingSpan),
        value: scalar(text.slice(section.body.start, section.body.end), section.body),
      })
  }
}

const scalar = (text: string, { start, end }: Span): ScalarNode => ({
  kind: 'scalar',
  text,
  style: 'section',
  start,
  end,
})

function sectionList(text: string, sections: Section[], root: MapNode): Node {
  const items = sections.map(({ heading, headingSpan, body }): MapNode => {
    const entries: Entry[] = [{ key: scalar('heading', headingSpan), value: scalar(heading, headingSpan) }]
    if (body.end > body.start)
      entries.push({ key: scalar('text', headingSpan), value: scalar(text.slice(body.start, body.end), body) })
    return { kind: 'map', entries, flow: false, start: headingSpan.start, end: body.end }
  })
  return { kind: 'list', items, flow: false, start: items[0]?.start ?? root.end, end: items.at(-1)?.end ?? root.end }
}

const unknownSection = (file: string, { heading, headingSpan }: Section): Problem => ({
  code: 'schema/unknown-key',
  at: { file, start: headingSpan.start, end: headingSpan.end },
  message: `"${heading}" is not a section of a partnership`,
  hint: `sections: ${Object.keys(NARRATIVE_HEADINGS).join(', ')}`,
})

const TROUBLE: Record<Trouble, { code: string; message: string; hint: string }> = {
  'symlink-outside': {
    code: 'file/symlink',
    message: 'this link leads out of the register, so it was not followed',
    hint: 'put the file itself here',
  },
  'symlink-loop': { code: 'file/symlink', message: 'this link leads back to itself', hint: 'put the file itself here' },
  'symlink-broken': {
    code: 'file/symlink',
    message: 'this link leads nowhere',
    hint: 'put the file itself here, or delete the link',
  },
  'not-read': {
    code: 'file/not-read',
    message: 'this is not read: it is no file of a register',
    hint: 'rename it, or keep it elsewhere',
  },
  folder: {
    code: 'file/not-a-file',
    message: 'this is a folder, though its name ends like a record’s',
    hint: 'rename the folder, or move what is in it',
  },
  'not-a-file': {
    code: 'file/not-a-file',
    message: 'this is not a regular file',
    hint: 'put a text file here, or delete it',
  },
  'too-large': {
    code: 'file/too-large',
    message: 'this file is over 5 MB, so it was not read',
    hint: 'a record has some dozens of lines; keep attachments elsewhere and link to them',
  },
  unreadable: { code: 'file/unreadable', message: 'this file may not be read', hint: 'look at its permissions' },
}

/** What is told of a file that was not read. */
export function troubleOf({ path, trouble = 'unreadable', detail }: SourceFile): Problem {
  const { hint, ...words } = TROUBLE[trouble]
  return { ...words, hint: trouble === 'not-read' && detail ? detail : hint, at: { file: path, start: 0, end: 0 } }
}
