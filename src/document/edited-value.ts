import type { TreeEdit, Written } from './edit.js'
import { isEmpty, readingOf, type Node, type PathKey } from './node.js'

/** What a tree holds, for comparison: text as a register reads it, maps by key; null is a key without a value. */
export type Held = string | null | Held[] | Map<string, Held>

/** All that a tree holds. */
export function heldIn(node: Node): Held {
  if (node.kind === 'scalar') return isEmpty(node) ? null : readingOf(node)
  if (node.kind === 'list') return node.items.map(heldIn)
  return new Map(node.entries.map(({ key, value }) => [key.text, heldIn(value)]))
}

/** What a tree must hold after an edit; the given one stays as it is. */
export function edited(held: Held, edit: TreeEdit): Held {
  return edit.op === 'quote' ? held : within(held, edit.path, edit)
}

function within(held: Held | undefined, path: readonly PathKey[], edit: Exclude<TreeEdit, { op: 'quote' }>): Held {
  const [key, ...rest] = path
  if (typeof key === 'number') {
    const items = Array.isArray(held) ? [...held] : []
    if (rest.length > 0) {
      items[key] = within(items[key], rest, edit)
      if (edit.op === 'remove' && isGone(items[key])) items.splice(key, 1)
    } else if (edit.op === 'insert') items.splice(Math.min(key, items.length), 0, normalizeCondition(edit.value))
    else if (edit.op === 'remove') items.splice(key, 1)
    else if (edit.op === 'set') items[key] = normalizeCondition(edit.value)
    return items
  }
  const map = new Map(held instanceof Map ? held : [])
  if (rest.length > 0) map.set(key!, within(map.get(key!), rest, edit))
  else if (edit.op === 'set') map.set(key!, normalizeCondition(edit.value))
  else if (edit.op === 'remove') map.delete(key!)
  else if (edit.op === 'rename-key') {
    map.set(edit.key, map.get(key!)!)
    map.delete(key!)
  }
  const child = rest.length > 0 && edit.op === 'remove' ? map.get(key!) : undefined
  if (child !== undefined && isGone(child)) map.delete(key!)
  return map
}

/** What a removal leaves empty is removed as well. */
const isGone = (held: Held) => (Array.isArray(held) ? held.length === 0 : held instanceof Map && held.size === 0)

function normalizeCondition(value: Written): Held {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(normalizeCondition)
  return new Map(Object.entries(value).map(([key, it]) => [key, normalizeCondition(it as Written)]))
}

/** Do two trees hold the same, whatever the order of keys? White space around a text does not count. */
export function holdsSame(one: Held | undefined, other: Held | undefined): boolean {
  if (one instanceof Map && other instanceof Map)
    return one.size === other.size && [...one].every(([key, it]) => other.has(key) && holdsSame(it, other.get(key)))
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((it, index) => holdsSame(it, other[index]))
  if (typeof one === 'string' && typeof other === 'string') return trimmed(one) === trimmed(other)
  return one === other
}

const trimmed = (text: string) => text.replace(/\r\n/g, '\n').trim()
