import { mayName, type Named } from '../model/naming.js'
import type { RecordKind } from '../model/record-kinds.js'
import { RECORD_SCHEMAS } from '../model/record-schemas.js'
import { metaAt } from '../model/schema-walk.js'

/** The new id of a record. */
export interface Renaming {
  readonly what: Named
  readonly id: string
  readonly to: string
}

/**
 * A written path, as under `unknown`, with the new id where an item is named by the old one:
 * `partners[response].share`. An item of another kind that has the same id, such as a risk, keeps it.
 */
export function renamedPath(kind: RecordKind, path: string, { what, id, to }: Renaming): string {
  const { schema } = RECORD_SCHEMAS[kind]
  const keys: (string | number)[] = []
  return path.replace(/\[([^\]]*)\]|([^.[\]]+)/g, (whole, item: string | undefined, key: string | undefined) => {
    if (key !== undefined) {
      keys.push(key)
      return whole
    }
    const identity = metaAt(schema, keys)?.identity ?? []
    keys.push(0)
    const isNamed = identity.some((it) => mayName(metaAt(schema, [...keys, it])?.names, what))
    if (!isNamed || item === undefined) return whole
    return `[${item
      .split(' ')
      .map((it) => (it === id ? to : it))
      .join(' ')}]`
  })
}
