import { shortText } from '../model/words.js'
import type { Node, Path } from '../document/node.js'
import { RECORD_SCHEMAS } from '../model/record-schemas.js'
import type { Register } from '../model/register.js'
import type { RecordKind } from '../model/record-kinds.js'
import { identityPath } from '../model/schema-walk.js'
import { at, type Filed } from '../model/place.js'
import type { Fact, Pair } from './fact.js'
import { isMap, isSame } from '../model/same.js'

/** Changes of the register’s own keys (`x-…`), apart from those of items that were added or removed. */
export function ownKeyFacts(kind: RecordKind, { earlier, now, before, after }: Pair): Fact[] {
  const [older, newer] = [ownKeys(kind, earlier, before.register), ownKeys(kind, now, after.register)]
  return [...new Set([...newer.keys(), ...older.keys()])].flatMap((name): Fact[] => {
    const [was, is] = [older.get(name), newer.get(name)]
    if (was !== undefined && is !== undefined && isSame(was.value, is.value)) return []
    const did =
      was === undefined
        ? `is now stated: ${formatOwnKey(is!)}`
        : is === undefined
          ? `is no longer stated; it was ${formatOwnKey(was)}`
          : `changed from ${formatOwnKey(was)} to ${formatOwnKey(is)}`
    return [
      {
        kind: 'other',
        weight: 'neutral',
        what: name,
        did,
        before: was && at(earlier, ...was.path),
        after: is && at(now, ...is.path),
      },
    ]
  })
}

interface OwnKey {
  readonly path: Path
  readonly value: unknown
}

/** Own keys of a record by path, with list items by identity; read from the file, as no field has them. */
function ownKeys(kind: RecordKind, record: Filed, { files }: Register): Map<string, OwnKey> {
  const found = new Map<string, OwnKey>()
  const file = files.get(record.file)
  if (file?.text.includes('x-') === true && file.root !== undefined) collect(file.root, [])
  return found

  function collect(node: Node, path: Path): void {
    if (node.kind === 'list') node.items.forEach((item, index) => collect(item, [...path, index]))
    if (node.kind !== 'map') return
    for (const { key, value } of node.entries) {
      const place = [...path, key.text]
      if (!key.text.startsWith('x-')) collect(value, place)
      else found.set(identityPath(RECORD_SCHEMAS[kind].schema, record, place), { path: place, value: plain(value) })
    }
  }
}

function plain(node: Node): unknown {
  if (node.kind === 'scalar') return node.text
  if (node.kind === 'list') return node.items.map(plain)
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]))
}

const formatOwnKey = ({ value }: OwnKey): string => shortText(words(value)) || 'nothing'

function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join(', ')
  return isMap(value)
    ? Object.entries(value)
        .map(([key, it]) => `${key} ${words(it)}`)
        .join(', ')
    : String(value)
}
