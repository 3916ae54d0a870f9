/**
 * The tree of a YAML text: every scalar as it was typed, every node with its place.
 * Offsets count UTF-16 units of the file's text (after a byte order mark was taken off); `end` is exclusive.
 */
export type Node = ScalarNode | MapNode | ListNode

export interface ScalarNode {
  readonly kind: 'scalar'
  /** The value after YAML's own unquoting and folding; never turned into a number, flag or day here. */
  readonly text: string
  readonly style: ScalarStyle
  readonly start: number
  readonly end: number
}

/** `section` is the body of a `## ` section of a markdown record; `absent` is a key without a value. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'section' | 'absent'

export interface MapNode {
  readonly kind: 'map'
  readonly entries: Entry[]
  readonly flow: boolean
  readonly start: number
  readonly end: number
}

export interface Entry {
  readonly key: ScalarNode
  readonly value: Node
}

export interface ListNode {
  readonly kind: 'list'
  readonly items: Node[]
  readonly flow: boolean
  readonly start: number
  readonly end: number
}

/** A stretch of the text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A key of a map or a position in a list. */
export type PathKey = string | number
export type Path = readonly PathKey[]

/** Something the reader met that plain data must not have. `code` is the code of the finding that reports it. */
export interface SyntaxProblem extends Span {
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly related?: readonly (Span & { readonly message: string })[]
}

/** What a text says and its tree does not: values that would otherwise shrink in silence. */
export interface Losses {
  /** Values of which the tree has only a part, or a name in their place: a comma cut them off, or there is an alias. */
  readonly truncated: ReadonlySet<Node>
  /** First values of keys that are written twice; the others were left out. */
  readonly duplicated: ReadonlySet<Node>
  /** Keys of text that has no place in the tree, such as a second document; undefined where there is no such text. */
  readonly extraDocuments: readonly string[] | undefined
}

export const NO_LOSSES: Losses = { truncated: new Set(), duplicated: new Set(), extraDocuments: undefined }

/** Two accounts of what was not read, as one. */
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
export function isEmpty(node: Node): boolean {
  return node.kind === 'scalar' && (node.style === 'absent' || (node.style === 'plain' && EMPTY.has(node.text)))
}

const EMPTY = new Set(['', '~', 'null', 'Null', 'NULL'])

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

/** Findings look up each of thousands of keys, so none is searched for from the beginning. */
const INDEXED_FROM = 32
const indexes = new WeakMap<MapNode, { readonly of: number; readonly byKey: ReadonlyMap<string, Entry> }>()

/**
 * The text of a scalar as a register reads it. YAML folds the blank line between two paragraphs into a line break, which
 * in markdown is none: it becomes a blank line again. A literal text has its lines as they were written, and indented
 * ones are a list.
 */
export const readingOf = ({ text, style }: ScalarNode): string =>
  (style === 'folded' || style === 'plain') && text.includes('\n') ? text.replace(/(?<=\S)\n(?=\S)/g, '\n\n') : text
