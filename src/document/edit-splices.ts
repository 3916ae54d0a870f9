import { CannotEdit, type Splice, type TreeEdit, type Written } from './edit.js'
import { entryOf, nodeAt, type Entry, type Path } from './node.js'
import { addKey, insertItem, remove } from './splices/add-remove.js'
import { find, type Editable } from './splices/place.js'
import { newValue } from './splices/value.js'
import { keyText } from './write-lines.js'
import { inQuotes } from './yaml-text.js'

/**
 * One edit as splices of the text; all other bytes stay. A new key follows the one before it in the catalogue, and new
 * values are laid out like their neighbours.
 * @throws CannotEdit where the text is laid out so that this cannot be done safely
 */
export function editSplices(editable: Editable, edit: TreeEdit): Splice[] {
  switch (edit.op) {
    case 'set':
      return setValue(editable, edit.path, edit.value)
    case 'insert':
      return insertItem(editable, edit.path, edit.value)
    case 'remove':
      return remove(editable, edit.path)
    case 'rename-key': {
      const { key } = entryAt(editable, edit.path)
      const { inFlow } = find(editable, edit.path)
      return [{ start: key.start, end: key.end, text: keyText(edit.key, inFlow) }]
    }
    case 'quote': {
      const { node } = find(editable, edit.path)
      if (node?.kind !== 'scalar' || node.style !== 'plain') return []
      return [{ start: node.start, end: node.end, text: inQuotes(node.text) }]
    }
  }
}

function setValue(editable: Editable, path: Path, value: Written): Splice[] {
  const found = find(editable, path)
  const { node } = found
  return node === undefined ? addKey(editable, path, value) : newValue(editable, { ...found, node }, path, value)
}

function entryAt({ root }: Editable, path: Path): Entry {
  const parent = nodeAt(root, path.slice(0, -1))
  const entry = parent?.kind === 'map' ? entryOf(parent, String(path.at(-1))) : undefined
  if (entry === undefined) throw new CannotEdit(`there is no ${path.join('.')}`, root.start)
  return entry
}
