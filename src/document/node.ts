/**
 * The tree of a YAML text: every scalar as it was typed, every node with its place.
 * Offsets count UTF-16 units of the file's text (after a byte order mark was taken off); `end` is exclusive.
 */
export type Node = ScalarNode | MapNode | ListNode

export interface ScalarNode extends Span {
  readonly kind: 'scalar'
  /** The value after YAML's own unquoting and folding; never turned into a number, flag or day here. */
  readonly text: string
  readonly style: ScalarStyle
}

/** `section` is the body of a `## ` section of a markdown record; `absent` is a key without a value. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'section' | 'absent'

export interface MapNode extends Span {
  readonly kind: 'map'
  readonly entries: Entry[]
  readonly flow: boolean
}

export interface Entry {
  readonly key: ScalarNode
  readonly value: Node
}

export interface ListNode extends Span {
  readonly kind: 'list'
  readonly items: Node[]
  readonly flow: boolean
}

/** A stretch of a text, as offsets into it; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A key of a map or a position in a list. */
export type PathKey = string | number
export type Path = readonly PathKey[]

/** Something in a text that plain data must not have. `code` is that of the finding that reports it. */
export interface SyntaxProblem extends Span {
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly related?: readonly (Span & { readonly message: string })[]
}

/** What a text states and its tree does not contain: values that would otherwise be lost without notice. */
export interface Losses {
  /** Values of which the tree has only a part, because a comma cut them off, or only the name of an alias. */
  readonly truncated: ReadonlySet<Node>
  /** First values of keys that are written twice; later ones were left out. */
  readonly duplicated: ReadonlySet<Node>
  /** Keys of text that has no place in the tree, such as a second document; undefined where there is no such text. */
  readonly extraDocuments: readonly string[] | undefined
}

export const NO_LOSSES: Losses = { truncated: new Set(), duplicated: new Set(), extraDocuments: undefined }

/** The losses of two parts of a file together. */
export const mergeLosses = (one: Losses, other: Losses): Losses => ({
  truncated: new Set([...one.truncated, ...other.truncated]),
  duplicated: new Set([...one.duplicated, ...other.duplicated]),
  extraDocuments:
    one.extraDocuments && other.extraDocuments
      ? [...one.extraDocuments, ...other.extraDocuments]
      : (one.extraDocuments ?? other.extraDocuments),
})

/** A read text: its tree, or no tree where it could not be parsed. */
export interface Document {
  readonly text: string
  readonly root: Node | undefined
  readonly problems: readonly SyntaxProblem[]
  readonly losses: Losses
}

/** A key without a value, `~` or `null`: nothing was stated. */
export const isEmpty = (node: Node): boolean =>
  node.kind === 'scalar' && (node.style === 'absent' || (node.style === 'plain' && EMPTY_TEXTS.has(node.text)))

/** What YAML reads as no value where it is not in quotes. */
export const EMPTY_TEXTS: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL'])

/** The entry of a map by its key; the first where several have it. */
export function entryOf(map: MapNode, key: string): Entry | undefined {
  const { entries } = map
  if (entries.length < INDEXED_FROM) return entries.find((entry) => entry.key.text === key)
  let index = indexes.get(map)
  if (index?.of !== entries.length) {
    const byKey = new Map(entries.toReversed().map((it) => [it.key.text, it]))
    indexes.set(map, (index = { of: entries.length, byKey }))
  }
  return index.byKey.get(key)
}

/** The node at a path; undefined where there is none. */
export function nodeAt(root: Node | undefined, path: Path): Node | undefined {
  let node = root
  for (const key of path)
    if (node?.kind === 'map') node = entryOf(node, String(key))?.value
    else node = node?.kind === 'list' ? node.items[Number(key)] : undefined
  return node
}

/** Findings can look up thousands of keys, so large maps get an index. */
const INDEXED_FROM = 32
const indexes = new WeakMap<MapNode, { readonly of: number; readonly byKey: ReadonlyMap<string, Entry> }>()

/**
 * The text of a scalar as a register reads it. YAML folds the blank line between two paragraphs into a line break, which
 * does not part paragraphs in markdown, so it becomes a blank line again. A literal text keeps its lines as written, and
 * indented lines may be a list.
 */
export const readingOf = ({ text, style }: Pick<ScalarNode, 'text' | 'style'>): string =>
  (style === 'folded' || style === 'plain') && text.includes('\n') ? text.replace(/(?<=\S)\n(?=\S)/g, '\n\n') : text

/** Where the line of an offset begins. */
export const lineStart = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1

/** Where the line of an offset ends: at its line feed, or at the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end
}

/** The column of an offset, from 0. */
export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset)

/** Where the lines of a text begin; made once for a file whose places are printed. */
export class Lines {
  readonly #starts: number[] = [0]
  readonly #text: string

  constructor(text: string) {
    this.#text = text
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  /** Line and column of an offset, both from 1; columns count UTF-16 units, as editors and SARIF do. */
  position(offset: number): { line: number; column: number } {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - this.#starts[low]! + 1 }
  }

  /** The text of a line (from 1), without its line ending. */
  line(line: number): string {
    const start = this.#starts[line - 1]
    if (start === undefined) return ''
    return this.#text.slice(start, this.#starts[line] ?? this.#text.length).replace(/\r?\n$/, '')
  }

  get count(): number {
    return this.#starts.length
  }
}
