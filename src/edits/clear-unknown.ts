import type { TreeEdit } from '../document/edit.js'
import type { Path } from '../document/node.js'
import { identityPath, type Schema } from '../model/schema-walk.js'
import { childOf } from '../model/schema-walk.js'
import { formatPath } from './edit-path.js'

/**
 * What is stated now is not unknown any more: its entries under `unknown` go, with a line that says so.
 * @param path of the field that gets a value; an entry for a group or list goes, too, where this is the first of it
 */
export function clearUnknown(
  schema: Schema,
  record: unknown,
  path: Path,
): { readonly edits: readonly TreeEdit[]; readonly notes: readonly string[] } {
  const unknown = childOf(record, 'unknown')
  const top = String(path[0])
  const stated = childOf(record, top)
  const isNew = stated === undefined || (Array.isArray(stated) && stated.length === 0)
  const names = [...new Set([formatPath(path), identityPath(schema, record, path), ...(isNew ? [top] : [])])]
  const gone = names.filter((it) => path[0] !== 'unknown' && childOf(unknown, it) !== undefined)
  return {
    edits: gone.map((it) => ({ op: 'remove', path: ['unknown', it] })),
    notes: gone.map((it) => `${it} is no longer listed under unknown.`),
  }
}
