import { decode } from '../document/decode.js'
import { withoutLookAlikes } from '../document/look-alikes.js'
import { cutMarkdown } from '../document/markdown.js'
import { NO_LOSSES, mergeLosses, type Document, type MapNode, type Span } from '../document/node.js'
import type { SyntaxProblem, Losses } from '../document/node.js'
import { parseYaml, type Unparsed } from '../document/parse.js'
import type { Problem } from './fix.js'
import type { RecordKind } from './record-kinds.js'
import { addSections } from './sections.js'

/** The tree of a text, with its syntax problems. */
export interface Tree {
  /** Undefined when nothing could be read. */
  readonly root: MapNode | undefined
  readonly problems: Problem[]
  readonly losses: Losses
}

/** Lists every syntax error of a text that did not parse; passed in, as it is loaded only when needed. */
export type ExplainSyntax = (text: string, unparsed: Unparsed, from?: number, to?: number) => SyntaxProblem[]

/** The bytes of a record, and its kind. */
export interface RecordSource {
  readonly file: string
  readonly bytes: Uint8Array
  readonly kind: RecordKind
}

/** Reads the bytes of a record into a tree. The fields that a markdown file's sections fill depend on its kind. */
export function readTree(
  { file, bytes, kind }: RecordSource,
  explain: ExplainSyntax | undefined,
): Tree | 'needs-explaining' {
  const { text, readable, problems } = decode(bytes)
  const found = problems.map((problem) => fromSyntax(file, problem))
  if (!readable) return { root: undefined, problems: found, losses: NO_LOSSES }
  const parts = file.endsWith('.md') ? cutMarkdown(text) : undefined
  if (parts !== undefined && parts.frontMatter === undefined)
    return { root: undefined, problems: [...found, noFrontMatter(file, text)], losses: NO_LOSSES }
  const { start: from, end: to } = parts?.frontMatter ?? { start: 0, end: text.length }
  const plainer = withoutLookAlikes(text, from, to)
  found.push(...plainer.problems.map((problem) => fromSyntax(file, problem)))
  const parsed = parseYaml(plainer.text, from, to)
  if ('reason' in parsed) {
    if (explain === undefined) return 'needs-explaining'
    const errors = explain(plainer.text, parsed, from, to)
    const own = errors.filter((it) => !plainer.problems.some(({ start }) => isOnLineOf(text, it, start)))
    return { root: undefined, problems: [...found, ...own.map((it) => fromSyntax(file, it))], losses: NO_LOSSES }
  }
  for (const problem of parsed.problems) found.push(fromSyntax(file, problem))
  const root = asMap(file, kind, parsed, found)
  if (root === undefined || parts === undefined) return { root, problems: found, losses: parsed.losses }
  const { problems: ofSections, losses } = addSections(file, text, root, parts, kind)
  return { root, problems: [...found, ...ofSections], losses: mergeLosses(parsed.losses, losses) }
}

/** Is an error on the line of a character that is already reported, which then caused it? */
const isOnLineOf = (text: string, { start, end }: Span, at: number) =>
  start <= at ? !text.slice(end, at).includes('\n') : !text.slice(at, start).includes('\n')

/** The tree of bytes that were read before; undefined where they could not be read. */
export function parsedTree(source: RecordSource): MapNode | undefined {
  const tree = readTree(source, undefined)
  return tree === 'needs-explaining' ? undefined : tree.root
}

/** Whether bytes that have no tree are text, and what is wrong with them. */
export function readText(file: string, bytes: Uint8Array): { isText: boolean; problems: Problem[] } {
  const { readable, problems } = decode(bytes)
  return { isText: readable, problems: problems.map((problem) => fromSyntax(file, problem)) }
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

function asMap(file: string, kind: RecordKind, { root }: Document, problems: Problem[]): MapNode | undefined {
  if (root?.kind === 'map') return root
  const empty = root === undefined || (root.kind === 'scalar' && root.style === 'absent')
  const span: Span = root ?? { start: 0, end: 0 }
  const message = empty
    ? 'this file is empty'
    : `this file is a ${root.kind === 'list' ? 'list' : 'single value'}, not keys with values`
  problems.push({
    code: 'syntax/empty',
    at: { file, start: span.start, end: span.end },
    message,
    hint:
      kind === 'register'
        ? 'begin with schema: 1 and organisation: …'
        : kind === 'policy'
          ? 'begin with extends: nhs-2027'
          : 'begin with name: …, or delete the file',
  })
  return undefined
}

export const NO_FRONT_MATTER = {
  message: 'this markdown file has no front matter',
  hint: 'begin it with a line ---, the keys, and a second line ---',
}
const OPEN_FRONT_MATTER = {
  message: 'the front matter of this markdown file is not closed',
  hint: 'write a second line --- after the keys',
}

const noFrontMatter = (file: string, text: string): Problem => ({
  code: 'syntax/front-matter',
  at: { file, start: 0, end: Math.min(3, text.length) },
  ...(/^---\s*?(?:\r?\n|$)/.test(text) ? OPEN_FRONT_MATTER : NO_FRONT_MATTER),
})
