import { CannotEdit, type Splice } from '../edit.js'
import { dashesOf, lineEnding, yamlEntries, type Stretch } from '../extents.js'
import { type ListNode, type MapNode, type Node, type Path, type Span, columnOf } from '../node.js'
import type { YamlStyle } from '../write-lines.js'

/** A text to be edited: its tree, and what the catalogue of fields has about its keys and values. */
export interface Editable {
  readonly stretch: Stretch
  readonly root: MapNode
  /** The keys of the map at a path in their order; undefined where any key is allowed. */
  readonly keysAt: (path: Path) => readonly string[] | undefined
  readonly isQuoted: YamlStyle['isQuoted']
}

/** The node at a path, and where its key or dash is. */
export interface Found {
  /** Undefined where there is none. */
  readonly node: Node | undefined
  readonly parent: MapNode | ListNode
  /** Where its key or dash ends; at the top, where the stretch begins. */
  readonly from: number
  /** The column of its key or dash. */
  readonly indent: number
  /** Is it inside brackets? */
  readonly inFlow: boolean
}

export function find(editable: Editable, path: Path): Found {
  const { stretch, root } = editable
  let found: Found = { node: root, parent: root, from: stretch.start, indent: -2, inFlow: root.flow }
  for (const key of path) {
    const parent = found.node
    if (parent?.kind === 'map' && typeof key === 'string') {
      const entry = yamlEntries(parent).find((it) => it.key.text === key)
      found = {
        node: entry?.value,
        parent,
        from: entry?.key.end ?? found.from,
        indent: entry === undefined ? found.indent : columnOf(stretch.text, entry.key.start),
        inFlow: found.inFlow || parent.flow,
      }
    } else if (parent?.kind === 'list' && typeof key === 'number') {
      const dash = parent.flow ? undefined : dashes(stretch, parent, found.from)[key]
      found = {
        node: parent.items[key],
        parent,
        from: dash === undefined ? found.from : dash + 1,
        indent: dash === undefined ? found.indent : columnOf(stretch.text, dash),
        inFlow: found.inFlow || parent.flow,
      }
    } else return { ...found, node: undefined }
  }
  return found
}

export function dashes(stretch: Stretch, list: ListNode, from: number): number[] {
  const found = dashesOf(stretch, list, from)
  if (found === undefined) throw new CannotEdit('a list here does not begin each item on a line of its own', list.start)
  return found
}

/** The stretches of the members of a map or list; of a map, each key with its value. */
export const memberSpans = (parent: MapNode | ListNode): readonly Span[] =>
  parent.kind === 'list'
    ? parent.items
    : yamlEntries(parent).map(({ key, value }) => ({ start: key.start, end: Math.max(value.end, key.end) }))

/** Inserts whole lines where a line begins, or at the end of a text whose last line has no line feed. */
export function linesAt({ text, start }: Stretch, at: number, lines: readonly string[]): Splice {
  const ending = lineEnding(text)
  const isEnded = at === start || text[at - 1] === '\n'
  const joined = lines.join(ending)
  return { start: at, end: at, text: isEnded ? `${joined}${ending}` : `${ending}${joined}` }
}

/** How this file writes lists: like its first block list; indented where it has none. */
export const detectStyle = ({ stretch, root, isQuoted }: Editable): YamlStyle => {
  return { dashIndent: dashIndent(stretch, root) ?? 2, itemIndent: 2, isQuoted }
}

function dashIndent(stretch: Stretch, map: MapNode): number | undefined {
  for (const { key, value } of yamlEntries(map)) {
    if (value.kind !== 'list' || value.flow || value.items.length === 0) continue
    const [dash] = dashesOf(stretch, value, key.end) ?? []
    if (dash !== undefined) return Math.max(0, columnOf(stretch.text, dash) - columnOf(stretch.text, key.start))
  }
  return undefined
}
