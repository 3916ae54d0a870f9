import type { PathKey } from '../document/node.js'
import { mayName, type Named } from '../model/naming.js'
import { RECORD_SCHEMAS } from '../model/record-schemas.js'
import type { Register } from '../model/register.js'
import { keysOf, metaAt, schemaAt, type Schema } from '../model/schema-walk.js'
import { UsageError } from '../model/usage-error.js'
import { counted, someOf } from '../model/words.js'

/**
 * Refuses to change everything that names a record if something that may also name it could not be read.
 * @throws UsageError if something that may name a record of that kind could not be read
 */
export function refuseUnread({ unreadable, problems }: Register, what: Named): void {
  const unread = unreadable.filter(
    ({ kind, lost }) =>
      kind !== 'baseline' &&
      lost.some((path) => path.length === 0 || isNaming(RECORD_SCHEMAS[kind].schema, path[0]!, what)),
  )
  const notRead = problems.filter((it) => it.code === 'file/not-read').map((it) => it.at.file)
  const files = [...new Set([...unread.map((it) => it.file), ...notRead])]
  if (files.length === 0) return
  throw new UsageError(
    `${counted(files.length, 'file')} cannot be read in full, and may also name it: ${someOf(files)}`,
    'first fix what partners validate shows for them',
  )
}

/** Is there a field at or below a key that may name such a thing? */
function isNaming(schema: Schema, key: PathKey, what: Named): boolean {
  const found = schemaAt(schema, [key])
  if (found === undefined) return false
  if (mayName(metaAt(found, [])?.names, what)) return true
  const below = keysOf(found) ?? (schemaAt(found, [0]) === undefined ? [] : [0])
  return below.some((it) => isNaming(found, it, what))
}

/** @throws UsageError if a part of a list could not be read: it has other items than those that are known */
export function refuseLost({ unreadable }: Register, file: string, key: string): void {
  // a loss inside an item does not move the items
  const isLost = unreadable.some((it) => it.file === file && it.lost.some((path) => path[0] === key && path.length < 3))
  if (isLost)
    throw new UsageError(
      `${key} of ${file} cannot be read in full, so nothing was written`,
      'partners validate shows why',
    )
}
