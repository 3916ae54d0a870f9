import type { TreeEdit, Written } from './edit.js'
import { isEmpty, readingOf, type Node, type PathKey } from './node.js'
import { isList } from './write-lines.js'

/** The content of a tree, for comparison: text as a register reads it, maps by key; null for a key without a value. */
type Content = string | null | Content[] | Map<string, Content>

export function contentOf(node: Node): Content {
  if (node.kind === 'scalar') return isEmpty(node) ? null : readingOf(node)
  if (node.kind === 'list') return node.items.map(contentOf)
  return new Map(node.entries.map(({ key, value }) => [key.text, contentOf(value)]))
}

/** The content that a tree must have after an edit; the given one is not changed. */
export const editedContent = (content: Content, edit: TreeEdit): Content =>
  edit.op === 'quote' ? content : within(content, edit.path, edit)

function within(
  content: Content | undefined,
  path: readonly PathKey[],
  edit: Exclude<TreeEdit, { op: 'quote' }>,
): Content {
  const [key, ...rest] = path
  if (typeof key === 'number') {
    const items = Array.isArray(content) ? [...content] : []
    if (rest.length > 0) {
      items[key] = within(items[key], rest, edit)
      if (edit.op === 'remove' && isGone(items[key])) items.splice(key, 1)
    } else if (edit.op === 'insert') items.splice(Math.min(key, items.length), 0, writtenContent(edit.value))
    else if (edit.op === 'remove') items.splice(key, 1)
    else if (edit.op === 'set') items[key] = writtenContent(edit.value)
    return items
  }
  const map = new Map(content instanceof Map ? content : [])
  if (rest.length > 0) map.set(key!, within(map.get(key!), rest, edit))
  else if (edit.op === 'set') map.set(key!, writtenContent(edit.value))
  else if (edit.op === 'remove') map.delete(key!)
  else if (edit.op === 'rename-key') {
    map.set(edit.key, map.get(key!)!)
    map.delete(key!)
  }
  const child = rest.length > 0 && edit.op === 'remove' ? map.get(key!) : undefined
  if (child !== undefined && isGone(child)) map.delete(key!)
  return map
}

/** Is it empty, so that it is removed as well? */
const isGone = (content: Content) =>
  Array.isArray(content) ? content.length === 0 : content instanceof Map && content.size === 0

function writtenContent(value: Written): Content {
  if (typeof value === 'string') return value
  if (isList(value)) return value.map(writtenContent)
  return new Map(Object.entries(value).map(([key, it]) => [key, writtenContent(it)]))
}

/** Do two trees have the same content, whatever the order of keys and the white space around texts? */
export function isSameContent(one: Content | undefined, other: Content | undefined): boolean {
  if (one instanceof Map && other instanceof Map)
    return one.size === other.size && [...one].every(([key, it]) => other.has(key) && isSameContent(it, other.get(key)))
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((it, index) => isSameContent(it, other[index]))
  if (typeof one === 'string' && typeof other === 'string') return trimmed(one) === trimmed(other)
  return one === other
}

const trimmed = (text: string) => text.replace(/\r\n/g, '\n').trim()
