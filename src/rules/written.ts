import { entryOf, type Node } from '../document/node.js'
import type { Place } from '../model/place.js'
import type { Register } from '../model/register.js'

/** The text of a value as it stands in its file. */
export function writtenAt(register: Register, { file, path }: Place): string | undefined {
  let node: Node | undefined = register.files.get(file)?.root
  for (const key of path) {
    if (node?.kind === 'map') node = entryOf(node, String(key))?.value
    else if (node?.kind === 'list') node = node.items[Number(key)]
    else return undefined
  }
  return node?.kind === 'scalar' ? node.text : undefined
}
