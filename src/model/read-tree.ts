import { decode } from '../document/decode.js'
import { withoutLookAlikes } from '../document/look-alikes.js'
import { cutMarkdown } from '../document/markdown.js'
import { NO_LOSSES, mergeLosses, type Document, type MapNode, type Span } from '../document/node.js'
import type { SyntaxProblem, Losses } from '../document/node.js'
import { parseYaml, type Unparsed } from '../document/parse.js'
import type { Problem } from './problem.js'
import type { RecordKind } from './record-kinds.js'
import { addSections } from './sections.js'
import type { SourceFile, FileProblem } from './source-file.js'

/** A text read as far as its syntax, and what was wrong with it. */
export interface Tree {
  /** Undefined when nothing could be read. */
  readonly root: MapNode | undefined
  readonly problems: Problem[]
  readonly losses: Losses
}

/** Lists every syntax error of a text that did not parse; handed in, because it is loaded only when needed. */
export type ExplainSyntax = (text: string, unparsed: Unparsed, from?: number, to?: number) => SyntaxProblem[]

/** The bytes of a record, and what it is a record of. */
export interface RecordSource {
  readonly file: string
  readonly bytes: Uint8Array
  readonly kind: RecordKind
}

/** Reads the bytes of a record into a tree. The kind says what a markdown file's sections fill. */
export function readTree(
  { file, bytes, kind }: RecordSource,
  explain: ExplainSyntax | undefined,
): Tree | 'needs-explaining' {
  const { text, readable, problems } = decode(bytes)
  const told = problems.map((problem) => fromSyntax(file, problem))
  if (!readable) return { root: undefined, problems: told, losses: NO_LOSSES }
  const parts = file.endsWith('.md') ? cutMarkdown(text) : undefined
  if (parts !== undefined && parts.frontMatter === undefined)
    return { root: undefined, problems: [...told, noFrontMatter(file, text)], losses: NO_LOSSES }
  const { start: from, end: to } = parts?.frontMatter ?? { start: 0, end: text.length }
  const plainer = withoutLookAlikes(text, from, to)
  told.push(...plainer.problems.map((problem) => fromSyntax(file, problem)))
  const parsed = parseYaml(plainer.text, from, to)
  if ('reason' in parsed) {
    if (explain === undefined) return 'needs-explaining'
    const errors = explain(plainer.text, parsed, from, to)
    const own = errors.filter((it) => !plainer.problems.some(({ start }) => isOnLineOf(text, it, start)))
    return { root: undefined, problems: [...told, ...own.map((it) => fromSyntax(file, it))], losses: NO_LOSSES }
  }
  for (const problem of parsed.problems) told.push(fromSyntax(file, problem))
  const root = asMap(file, kind, parsed, told)
  if (root === undefined || parts === undefined) return { root, problems: told, losses: parsed.losses }
  const { problems: ofSections, losses } = addSections(file, text, root, parts, kind)
  return { root, problems: [...told, ...ofSections], losses: mergeLosses(parsed.losses, losses) }
}

/** Is what the parser tells on the line of a character that was told? Then it comes of that. */
const isOnLineOf = (text: string, { start, end }: Span, at: number) =>
  start <= at ? !text.slice(end, at).includes('\n') : !text.slice(at, start).includes('\n')

/** The tree of bytes that were read before; undefined where they could not be. */
export function parsedTree(source: RecordSource): MapNode | undefined {
  const tree = readTree(source, undefined)
  return tree === 'needs-explaining' ? undefined : tree.root
}

/** The text of bytes that have no tree, and whether it is one. */
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
    ? 'this file holds nothing'
    : `this file holds a ${root.kind === 'list' ? 'list' : 'single value'}, not keys with values`
  problems.push({
    code: 'syntax/empty',
    at: { file, start: span.start, end: span.end },
    message,
    hint:
      kind === 'register'
        ? 'begin with schema: 1 and organisation: …'
        : kind === 'policy'
          ? 'begin with extends: nhs-2026'
          : 'begin with name: …, or delete the file',
  })
  return undefined
}

const noFrontMatter = (file: string, text: string): Problem => {
  const isOpen = /^---\s*?(?:\r?\n|$)/.test(text)
  return {
    code: 'syntax/front-matter',
    at: { file, start: 0, end: Math.min(3, text.length) },
    message: isOpen ? 'the front matter of this markdown file is not closed' : 'this markdown file has no front matter',
    hint: isOpen
      ? 'write a second line --- after the keys'
      : 'begin it with a line ---, the keys, and a second line ---',
  }
}

const TROUBLE: Record<FileProblem, { code: string; message: string; hint: string }> = {
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
  repository: {
    code: 'file/unreadable',
    message: 'this folder is a git repository of its own (a submodule), so its files are not in this revision',
    hint: 'read it where it is checked out, or keep its files in the repository of the register',
  },
  'not-checked-out': {
    code: 'file/unreadable',
    message: 'this file is not checked out: the checkout is sparse, and leaves it out',
    hint: 'git sparse-checkout disable checks out everything, git sparse-checkout add a folder',
  },
}

/** What is told of a file that was not read. */
export function fileProblem({ path, problem = 'unreadable', detail }: SourceFile): Problem {
  const { hint, ...words } = TROUBLE[problem]
  return { ...words, hint: problem === 'not-read' && detail ? detail : hint, at: { file: path, start: 0, end: 0 } }
}
