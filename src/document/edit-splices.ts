import { CannotEdit, type Splice, type TreeEdit, type Written } from './edit.js'
import {
  blockHeader,
  columnOf,
  commentsAbove,
  dashesOf,
  endOfLines,
  lineEnding,
  lineStart,
  nextLine,
  yamlEntries,
  type Stretch,
} from './extents.js'
import { flowInsert, flowRemove } from './flow-splices.js'
import { entryOf, type Entry, type ListNode, type MapNode, type Node, type Path, type ScalarNode } from './node.js'
import { entryLines, flowText, indented, itemLines, keyText, valueLines, type Manner } from './write-lines.js'
import { foldedLines, inSingleQuotes, isBlockSafe, literalLines, scalarText } from './write-scalar.js'
import { inQuotes } from './yaml-text.js'

/** A text to be edited: its tree, and what the catalogue of fields says of its keys and values. */
export interface Editable {
  readonly stretch: Stretch
  readonly root: MapNode
  /** The keys of the map at a path in their order; undefined where any may stand. */
  readonly keysAt: (path: Path) => readonly string[] | undefined
  readonly isQuoted: Manner['isQuoted']
}

/**
 * One edit as splices of the text: all other bytes stay. A new key follows the one that comes before it in the catalogue;
 * new values are laid out as their neighbours are.
 * @throws CannotEdit where the text is laid out so that this cannot be done safely
 */
export function editSplices(editable: Editable, edit: TreeEdit): Splice[] {
  switch (edit.op) {
    case 'set':
      return setValue(editable, edit.path, edit.value)
    case 'insert':
      return insertItem(editable, edit.path, edit.value)
    case 'remove':
      return remove(editable, edit.path)
    case 'rename-key': {
      const { key } = entryAt(editable, edit.path)
      const { inFlow } = find(editable, edit.path)
      return [{ start: key.start, end: key.end, text: keyText(edit.key, inFlow) }]
    }
    case 'quote': {
      const { node } = find(editable, edit.path)
      if (node?.kind !== 'scalar' || node.style !== 'plain') return []
      return [{ start: node.start, end: node.end, text: inQuotes(node.text) }]
    }
  }
}

/** What stands at a path, and where what introduces it ends. */
interface Found {
  /** Undefined where nothing does. */
  readonly node: Node | undefined
  readonly parent: MapNode | ListNode
  /** Where its key ends, or its dash; of the top, where the stretch begins. */
  readonly from: number
  /** The column of its key or dash. */
  readonly indent: number
  /** Does it stand inside brackets? */
  readonly inFlow: boolean
}

function find(editable: Editable, path: Path): Found {
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

function entryAt({ root }: Editable, path: Path): Entry {
  let node: Node | undefined = root
  let entry: Entry | undefined
  for (const key of path) {
    entry = node?.kind === 'map' ? entryOf(node, String(key)) : undefined
    node = entry?.value ?? (node?.kind === 'list' ? node.items[Number(key)] : undefined)
  }
  if (entry === undefined) throw new CannotEdit(`there is no ${path.join('.')}`, root.start)
  return entry
}

function dashes(stretch: Stretch, list: ListNode, from: number): number[] {
  const found = dashesOf(stretch, list, from)
  if (found === undefined) throw new CannotEdit('a list here does not begin each item on a line of its own', list.start)
  return found
}

function setValue(editable: Editable, path: Path, value: Written): Splice[] {
  const { node, inFlow, from, indent } = find(editable, path)
  if (node === undefined) return addKey(editable, path, value)
  if (node.kind === 'scalar' && typeof value === 'string' && !(becomesBlock(node, value) && !inFlow)) {
    return [newScalar(editable, node, value, { path, from, indent, inFlow })]
  }
  if (inFlow) return [flowValue(editable, node, value, path)]
  return replaceWhole(editable, node, value, { path, from, indent })
}

/** Another value inside brackets. */
function flowValue(editable: Editable, node: Node, value: Written, path: Path): Splice {
  const { start, end } = node
  if (holdsComment(editable.stretch.text, start, node, end)) throw commentInside(node)
  return { start, end, text: flowText(value, path, manner(editable)) }
}

const commentInside = (node: Node) => new CannotEdit('a comment stands inside the value, and would be lost', node.start)

/** Does a value of one line get several? Then it is laid out anew. */
const becomesBlock = ({ style }: ScalarNode, text: string) =>
  (style === 'plain' || style === 'absent') && text.includes('\n') && isBlockSafe(text)

interface Spot {
  readonly path: Path
  readonly from: number
  readonly indent: number
}

/** A scalar in the style of the one that it replaces, where that can hold it. */
function newScalar(
  editable: Editable,
  node: ScalarNode,
  text: string,
  { path, from, indent, inFlow }: Spot & { readonly inFlow: boolean },
): Splice {
  const { stretch } = editable
  const quoted = editable.isQuoted(path, text)
  const line = scalarText(text, { flow: inFlow, quoted })
  const { start, end } = node
  switch (node.style) {
    case 'absent':
      return { ...afterColon(stretch, from, path), text: ` ${line}` }
    case 'single':
      return { start, end, text: inSingleQuotes(text) ?? inQuotes(text) }
    case 'double':
      return { start, end, text: inQuotes(text) }
    case 'literal':
    case 'folded':
      return newBlock(stretch, node, text, from, indent) ?? { ...blockSpan(stretch, node, from), text: line }
    default:
      return { start, end, text: line }
  }
}

/** A block of text anew, at the indent of the old one; its header stays but for what the text needs. */
function newBlock(stretch: Stretch, node: ScalarNode, text: string, from: number, indent: number): Splice | undefined {
  const header = blockHeader(stretch.text, from, node)
  if (header === undefined || !isBlockSafe(text)) return undefined
  const folded = node.style === 'folded' ? foldedLines(text, FOLD_AT) : undefined
  const says = `${folded === undefined ? '|' : '>'}${header.says.replace(/[|>0-9]/g, '')}`
  const line = lineStart(stretch.text, node.start)
  const old = /^ */.exec(stretch.text.slice(line, node.start))![0].length
  const at = /\d/.test(header.says) || node.start <= header.end || old === 0 ? indent + 2 : old
  const headerLine = nextLine(stretch, header.end)
  const comment = stretch.text.slice(header.end, headerLine).trimEnd()
  const body = indented(folded ?? literalLines(text), at).join(lineEnding(stretch.text))
  const end = Math.max(node.end, header.end)
  return { start: header.start, end, text: `${says}${comment}${lineEnding(stretch.text)}${body}` }
}

function blockSpan(stretch: Stretch, node: ScalarNode, from: number): { start: number; end: number } {
  const header = blockHeader(stretch.text, from, node)
  return { start: header?.start ?? node.start, end: Math.max(node.end, header?.end ?? 0) }
}

const FOLD_AT = 100

/** Right behind the colon of a key, or the dash of an item, that has no value. */
function afterColon({ text }: Stretch, from: number, path: Path): { start: number; end: number } {
  if (typeof path.at(-1) === 'number') return { start: from, end: from }
  const colon = text.indexOf(':', from)
  return { start: colon + 1, end: colon + 1 }
}

/** A value of another shape: what stood behind the colon goes. Where comments inside it would go, too, it is refused. */
function replaceWhole(editable: Editable, node: Node, value: Written, { path, from, indent }: Spot): Splice[] {
  const { stretch } = editable
  const { start } = afterColon(stretch, from, path)
  const isAbsent = node.kind === 'scalar' && node.style === 'absent'
  const end = isAbsent ? start : node.kind === 'scalar' ? blockSpan(stretch, node, from).end : lastCharacter(node)
  if (holdsComment(stretch.text, start, node, end)) throw commentInside(node)
  const [first = '', ...rest] = valueLines(value, path, indent, typeof path.at(-1) === 'number', manner(editable))
  const there = { start, end, text: first } // a comment behind it stays on its line
  return rest.length === 0 ? [there] : [there, linesAt(stretch, nextLine(stretch, end), rest)]
}

function lastCharacter(node: Node): number {
  if (node.kind === 'map' && !node.flow) return lastCharacter(node.entries.at(-1)!.value)
  if (node.kind === 'list' && !node.flow) return lastCharacter(node.items.at(-1)!)
  return node.end
}

/** Is there a comment between the scalars of a value? */
function holdsComment(text: string, start: number, node: Node, end: number): boolean {
  let left = ''
  let at = start
  const cut = (it: Node): void => {
    if (it.kind === 'scalar') {
      left += text.slice(at, Math.max(at, it.start))
      at = Math.max(at, it.end)
    } else if (it.kind === 'map') for (const { key, value } of it.entries) [key, value].forEach(cut)
    else for (const item of it.items) cut(item)
  }
  cut(node)
  return /(?:^|\s)#/.test(left + text.slice(at, Math.max(at, end)))
}

/** Adds a key to the nearest map on the way that is there, with the maps between. */
function addKey(editable: Editable, path: Path, value: Written): Splice[] {
  let depth = path.length - 1
  let above = find(editable, path.slice(0, depth))
  let written = value
  while (above.node === undefined) {
    written = { [String(path[depth])]: written }
    above = find(editable, path.slice(0, --depth))
  }
  const { node, from } = above
  const key = path[depth]
  if (typeof key === 'number') throw new CannotEdit(`${path.slice(0, depth).join('.')} has no item ${key + 1}`, from)
  const where = path.slice(0, depth)
  if (node.kind === 'map' && yamlEntries(node).length > 0) return newEntry(editable, node, where, key!, written)
  const isEmpty = node.kind !== 'scalar' || node.style === 'absent' || /^(?:~|null)$/i.test(node.text)
  if (!isEmpty || node.kind === 'list') throw new CannotEdit(`${where.join('.')} has no keys of its own`, node.start)
  return setValueOf(editable, above, where, { [key!]: written })
}

function setValueOf(editable: Editable, { node, from, indent, inFlow }: Found, path: Path, value: Written): Splice[] {
  if (inFlow) return [flowValue(editable, node!, value, path)]
  return replaceWhole(editable, node!, value, { path, from, indent })
}

/** A new key of a map that has others. */
function newEntry(editable: Editable, map: MapNode, path: Path, key: string, value: Written): Splice[] {
  const { stretch } = editable
  const entries = yamlEntries(map)
  const order = editable.keysAt(path) ?? []
  const rank = order.indexOf(key)
  const ranks = entries.map((it) => order.indexOf(it.key.text))
  const before = rank === -1 ? entries.length - 1 : positionBefore(ranks, rank)
  if (map.flow) {
    const text = `${scalarText(key, { flow: true, quoted: false })}: ${flowText(value, [...path, key], manner(editable))}`
    return flowInsert(
      stretch,
      map,
      entries.map((it) => ({ start: it.key.start, end: Math.max(it.value.end, it.key.end) })),
      before + 1,
      text,
    )
  }
  const indent = columnOf(stretch.text, entries[0]!.key.start)
  const lines = entryLines(key, value, [...path, key], indent, manner(editable))
  if (before === -1) return [beforeFirstKey(stretch, entries[0]!.key.start, lines, indent)]
  const last = entries[before]!
  const end = endOfLines(stretch, last.value, last.key.end, columnOf(stretch.text, last.key.start))
  return [linesAt(stretch, end, isSpaced(stretch, entries) ? ['', ...lines] : lines)]
}

/** The position of the key that a new one follows: the last of those that come before it in the catalogue; -1 for none. */
function positionBefore(ranks: readonly number[], rank: number): number {
  let found = -1
  for (const [index, it] of ranks.entries())
    if (it !== -1 && it < rank && (found === -1 || it > ranks[found]!)) found = index
  return found
}

/** The first key may stand behind a dash, so the new one takes its very place. */
function beforeFirstKey({ text }: Stretch, at: number, lines: readonly string[], indent: number): Splice {
  const ending = lineEnding(text)
  return { start: at, end: at, text: `${lines.join(ending).trimStart()}${ending}${' '.repeat(indent)}` }
}

/** Does a blank line stand between all keys of a map? */
function isSpaced(stretch: Stretch, entries: readonly Entry[]): boolean {
  return (
    entries.length > 2 && entries.slice(1).every(({ key }) => isBlankAbove(stretch, lineStart(stretch.text, key.start)))
  )
}

function isBlankAbove(stretch: Stretch, line: number): boolean {
  const from = commentsAbove(stretch, line)
  return from > stretch.start && stretch.text.slice(lineStart(stretch.text, from - 1), from).trim() === ''
}

/** Whole lines put in where a line begins, or at the end of a text whose last line is not ended. */
function linesAt({ text, start }: Stretch, at: number, lines: readonly string[]): Splice {
  const ending = lineEnding(text)
  const isEnded = at === start || text[at - 1] === '\n'
  const joined = lines.join(ending)
  return { start: at, end: at, text: isEnded ? `${joined}${ending}` : `${ending}${joined}` }
}

function insertItem(editable: Editable, path: Path, value: Written): Splice[] {
  const listPath = path.slice(0, -1)
  const index = Number(path.at(-1))
  const found = find(editable, listPath)
  const { node: list, from, indent, inFlow } = found
  if (list === undefined) return addKey(editable, listPath, [value])
  if (list.kind !== 'list') {
    if (list.kind !== 'scalar' || list.style !== 'absent')
      throw new CannotEdit(`${listPath.join('.')} is not a list`, list.start)
    return setValueOf(editable, found, listPath, [value])
  }
  if (list.items.length === 0) return setValueOf(editable, found, listPath, [value])
  if (list.flow || inFlow)
    return flowInsert(editable.stretch, list, list.items, index, flowText(value, path, manner(editable)))
  return [newItem(editable, list, { path, from, indent }, index, value)]
}

function newItem(editable: Editable, list: ListNode, { path, from }: Spot, index: number, value: Written): Splice {
  const { stretch } = editable
  const at = dashes(stretch, list, from)
  const dashAt = columnOf(stretch.text, at[0]!)
  const lines = itemLines(value, path, dashAt, { ...manner(editable), itemIndent: itemIndent(stretch, list, at) })
  const starts = at.map((it) => lineStart(stretch.text, it))
  const spaced = starts.length > 1 && starts.slice(1).every((it) => isBlankAbove(stretch, it))
  if (index < list.items.length) {
    const line = commentsAbove(stretch, starts[index]!, dashAt)
    return linesAt(stretch, line, spaced ? [...lines, ''] : lines)
  }
  const last = list.items.length - 1
  const end = endOfLines(stretch, list.items[last]!, at[last]! + 1, dashAt)
  return linesAt(stretch, end, spaced ? ['', ...lines] : lines)
}

/** How far keys stand from their dash in a list: as in its last item that has some on that line. */
function itemIndent({ text }: Stretch, list: ListNode, at: readonly number[]): number {
  const own = list.items.map((item, index) => (item.kind === 'map' && !item.flow ? item.start - at[index]! : 0))
  return own.findLast((it, index) => it > 1 && !text.slice(at[index], list.items[index]!.start).includes('\n')) ?? 2
}

function remove(editable: Editable, path: Path): Splice[] {
  const { stretch } = editable
  const { node, parent, from, inFlow } = find(editable, path)
  if (node === undefined) return []
  const members = parent.kind === 'map' ? yamlEntries(parent) : parent.items
  if (members.length === 1) {
    if (path.length === 1) throw new CannotEdit('nothing would be left of the file', node.start)
    return remove(editable, path.slice(0, -1))
  }
  const index =
    parent.kind === 'map' ? yamlEntries(parent).findIndex((it) => it.value === node) : parent.items.indexOf(node)
  if (parent.flow || inFlow) {
    const spans =
      parent.kind === 'list'
        ? parent.items
        : yamlEntries(parent).map((it) => ({ start: it.key.start, end: Math.max(it.value.end, it.key.end) }))
    return flowRemove(stretch, spans, index)
  }
  const head = parent.kind === 'map' ? yamlEntries(parent)[index]!.key.start : from - 1
  const indent = columnOf(stretch.text, head)
  const end = endOfLines(stretch, node, from, indent)
  const line = lineStart(stretch.text, head)
  if (stretch.text.slice(line, head).trim() !== '' && parent.kind === 'map')
    return pullUp(stretch, head, end, yamlEntries(parent)[1]!.key.start)
  const isHead = line === stretch.start || commentsAbove(stretch, line) === stretch.start
  return [{ start: isHead ? line : commentsAbove(stretch, line, indent), end, text: '' }]
}

/**
 * The first key of an item stands behind its dash: the next one takes its place, and comments on that one go above.
 * @param head where the first key begins
 * @param end where its lines end
 * @param next where the next key begins
 */
function pullUp({ text }: Stretch, head: number, end: number, next: number): Splice[] {
  const line = lineStart(text, head)
  const indent = ' '.repeat(text.slice(line, head).indexOf('-'))
  const between = text.slice(end, lineStart(text, next))
  const above = between.trim() === '' ? '' : between.replace(/^[ \t]*(?=#)/gm, indent)
  return [
    { start: line, end: line, text: above },
    { start: head, end: next, text: '' },
  ]
}

/** How this file writes lists: as the first block list in it; indented where it has none. */
function manner({ stretch, root, isQuoted }: Editable): Manner {
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
