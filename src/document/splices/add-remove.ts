import { CannotEdit, type Splice, type Written } from '../edit.js'
import { commentsAbove, endOfLines, lineEnding, yamlEntries, type Stretch } from '../extents.js'
import { type Entry, type ListNode, type MapNode, type Path, columnOf, lineStart } from '../node.js'
import { entryLines, flowText, itemLines, keyText } from '../write-lines.js'
import { flowInsert, flowRemove } from './flow.js'
import { dashes, find, linesAt, detectStyle, memberSpans, type Editable } from './place.js'
import { newValue } from './value.js'

/** Adds a key to the nearest map of its path that exists, with the maps between. */
export function addKey(editable: Editable, path: Path, value: Written): Splice[] {
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
  return newValue(editable, { ...above, node }, where, { [key!]: written })
}

/** Adds a key to a map that has others. */
function newEntry(editable: Editable, map: MapNode, path: Path, key: string, value: Written): Splice[] {
  const { stretch } = editable
  const entries = yamlEntries(map)
  const order = editable.keysAt(path) ?? []
  const rank = order.indexOf(key)
  const ranks = entries.map((it) => order.indexOf(it.key.text))
  const before = rank === -1 ? entries.length - 1 : positionBefore(ranks, rank)
  if (map.flow) {
    const text = `${keyText(key, true)}: ${flowText(value, [...path, key], detectStyle(editable))}`
    return flowInsert(stretch, map, memberSpans(map), before + 1, text)
  }
  const indent = columnOf(stretch.text, entries[0]!.key.start)
  const lines = entryLines(key, value, [...path, key], indent, detectStyle(editable))
  if (before === -1) return [beforeFirstKey(stretch, entries[0]!.key.start, lines, indent)]
  const last = entries[before]!
  const end = endOfLines(stretch, last.value, last.key.end, columnOf(stretch.text, last.key.start))
  return [linesAt(stretch, end, isSpaced(stretch, entries) ? ['', ...lines] : lines)]
}

/** The position of the key that a new one follows: the last that comes before it in the catalogue; -1 for none. */
const positionBefore = (ranks: readonly number[], rank: number) =>
  ranks.indexOf(Math.max(...ranks.filter((it) => it !== -1 && it < rank)))

/** Inserts before the first key, exactly at its place, as it may follow a dash. */
function beforeFirstKey({ text }: Stretch, at: number, lines: readonly string[], indent: number): Splice {
  const ending = lineEnding(text)
  return { start: at, end: at, text: `${lines.join(ending).trimStart()}${ending}${' '.repeat(indent)}` }
}

/** Is there a blank line between all keys of a map? */
function isSpaced(stretch: Stretch, entries: readonly Entry[]): boolean {
  return (
    entries.length > 2 && entries.slice(1).every(({ key }) => isBlankAbove(stretch, lineStart(stretch.text, key.start)))
  )
}

function isBlankAbove(stretch: Stretch, line: number): boolean {
  const from = commentsAbove(stretch, line)
  return from > stretch.start && stretch.text.slice(lineStart(stretch.text, from - 1), from).trim() === ''
}

/** Inserts an item into a list at its position. */
export function insertItem(editable: Editable, path: Path, value: Written): Splice[] {
  const listPath = path.slice(0, -1)
  const index = Number(path.at(-1))
  const found = find(editable, listPath)
  const { node: list, from, inFlow } = found
  if (list === undefined) return addKey(editable, listPath, [value])
  if (list.kind !== 'list') {
    if (list.kind !== 'scalar' || list.style !== 'absent')
      throw new CannotEdit(`${listPath.join('.')} is not a list`, list.start)
    return newValue(editable, { ...found, node: list }, listPath, [value])
  }
  if (list.items.length === 0) return newValue(editable, { ...found, node: list }, listPath, [value])
  if (list.flow || inFlow)
    return flowInsert(editable.stretch, list, list.items, index, flowText(value, path, detectStyle(editable)))
  return [newItem(editable, list, from, path, value)]
}

function newItem(editable: Editable, list: ListNode, from: number, path: Path, value: Written): Splice {
  const index = Number(path.at(-1))
  const { stretch } = editable
  const at = dashes(stretch, list, from)
  const dashAt = columnOf(stretch.text, at[0]!)
  const lines = itemLines(value, path, dashAt, { ...detectStyle(editable), itemIndent: itemIndent(stretch, list, at) })
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

/** How far keys are from their dash in a list: as in its last item with a key on the line of the dash. */
function itemIndent({ text }: Stretch, list: ListNode, at: readonly number[]): number {
  const own = list.items.map((item, index) => (item.kind === 'map' && !item.flow ? item.start - at[index]! : 0))
  return own.findLast((it, index) => it > 1 && !text.slice(at[index], list.items[index]!.start).includes('\n')) ?? 2
}

/** Removes a key or item, with the comments directly above it, and any map or list that becomes empty. */
export function remove(editable: Editable, path: Path): Splice[] {
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
  if (parent.flow || inFlow) return flowRemove(stretch, memberSpans(parent), index)
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
 * Removes the first key of an item, which follows its dash: the next key takes its place, and comments above that one move
 * above the item.
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
