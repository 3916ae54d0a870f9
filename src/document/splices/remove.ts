import { CannotEdit, type Splice } from '../edit.js'
import { commentsAbove, endOfLines, yamlEntries, type Stretch } from '../extents.js'
import { columnOf, lineStart } from '../lines.js'
import type { Path } from '../node.js'
import { flowRemove } from './flow.js'
import { find, memberSpans, type Editable } from './place.js'

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
