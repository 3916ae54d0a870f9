import { isEmpty, readingOf, type Node, type Path, type PathKey } from '../document/node.js'
import type { Problem } from './problem.js'

/** A record's values as plain text, lists and maps. */
export type Plain = string | Plain[] | { [key: string]: Plain }

/** Turns a tree into plain values: `x-` keys are left out, keys without a value are told and left out. */
export function toPlain(file: string, root: Node, problems: Problem[]): Plain {
  const path: PathKey[] = [] // of the node that is looked at
  return plain(root)

  function plain(node: Node): Plain {
    if (node.kind === 'scalar') return readingOf(node)
    const depth = path.length
    if (node.kind === 'list') {
      const list = node.items.map((item, index) => {
        path[depth] = index
        return plain(item)
      })
      path.length = depth
      return list
    }
    const map: { [key: string]: Plain } = {}
    for (const { key, value } of node.entries) {
      const name = key.text
      if (name.startsWith('x-')) continue
      path[depth] = name
      if (name === '__proto__') tell('schema/unknown-key', `"${name}" is not a key of this register`, 'take it out')
      else if (isEmpty(value))
        tell(
          'schema/empty',
          `${name} has no value`,
          `write one, take the key out, or list it under unknown with the reason`,
        )
      else map[name] = plain(value)
    }
    path.length = depth
    return map
  }

  function tell(code: string, message: string, hint: string): void {
    problems.push({ code, at: { file, path: [...path], on: 'key' }, message, hint })
  }
}

/** The paths of some nodes of a tree, in the order of the text. */
export function pathsOf(root: Node, wanted: ReadonlySet<Node>): Path[] {
  const found: Path[] = []
  if (wanted.size > 0) walk(root, [])
  return found

  function walk(node: Node, path: Path): void {
    if (wanted.has(node)) found.push(path)
    if (node.kind === 'list') node.items.forEach((item, index) => walk(item, [...path, index]))
    if (node.kind === 'map') for (const { key, value } of node.entries) walk(value, [...path, key.text])
  }
}
