import { mayName, type Named } from '../model/naming.js'
import type { RecordKind } from '../model/record-kinds.js'
import { RECORD_SCHEMAS } from '../model/record-schemas.js'
import { metaAt } from '../model/schema-walk.js'

/** A renaming of a record, as those see it who name it. */
export interface Renaming {
  readonly what: Named
  readonly id: string
  readonly to: string
}

/**
 * A path that is written out, as under `unknown`, with the new id where an item is known by the old one:
 * `partners[response].share`. An item that has the same id and is something else, such as a risk, keeps its own.
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
