import type { TreeEdit } from '../document/edit.js'
import type { Path } from '../document/node.js'
import { childOf, identityPath, type Schema } from '../model/schema-walk.js'
import { formatPath } from './edit-path.js'

/**
 * Removes what is stated now from the entries under `unknown`, with a note for each.
 * @param path of the field that gets a value; the entry of its group or list is removed as well if this is its first
 *   value
 */
export function clearUnknown(schema: Schema, record: unknown, path: Path) {
  const unknown = childOf(record, 'unknown')
  const top = String(path[0])
  const stated = childOf(record, top)
  const isNew = stated === undefined || (Array.isArray(stated) && stated.length === 0)
  const names = [...new Set([formatPath(path), identityPath(schema, record, path), ...(isNew ? [top] : [])])]
  const stale = names.filter((it) => path[0] !== 'unknown' && childOf(unknown, it) !== undefined)
  return {
    edits: stale.map((it): TreeEdit => ({ op: 'remove', path: ['unknown', it] })),
    notes: stale.map((it) => `${it} is no longer listed under unknown.`),
  }
}
