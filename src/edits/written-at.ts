import { entryOf, readingOf, type Node, type Path, type PathKey } from '../document/node.js'
import type { Filed } from '../model/place.js'
import { toPlain } from '../model/plain.js'
import type { Register } from '../model/register.js'

/**
 * A record as its file has it, all of it text. Unlike a typed record it includes values that do not fit their fields,
 * so the positions in its lists are those of the file.
 */
export function writtenRecord({ files }: Register, record: Filed): object {
  const root = files.get(record.file)?.root
  return root === undefined ? record : { ...record, ...(toPlain(record.file, root, []) as object) }
}

/** The value at a path of a file, as it is written; a list or map as text. Undefined if there is none. */
export function writtenAt({ files }: Register, file: string, path: Path): string | undefined {
  const root: Node | undefined = files.get(file)?.root
  const node = path.reduce<Node | undefined>((above, key) => above && childAt(above, key), root)
  return node && textOf(node)
}

function childAt(node: Node, key: PathKey): Node | undefined {
  if (node.kind === 'map') return entryOf(node, String(key))?.value
  return node.kind === 'list' ? node.items[Number(key)] : undefined
}

function textOf(node: Node): string {
  if (node.kind === 'scalar') return readingOf(node)
  if (node.kind === 'list') return node.items.map(textOf).join(', ')
  return node.entries.map(({ key, value }) => `${key.text} ${textOf(value)}`).join(', ')
}
