import { inOneForm } from '../document/look-alikes.js'
import {
  isEmpty,
  readingOf,
  type Node,
  type Path,
  type PathKey,
  type ScalarNode,
  type ScalarStyle,
} from '../document/node.js'
import { withoutHidden } from './clean.js'
import { writeFix, type Problem } from './fix.js'

/** A record's values as plain text, lists and maps. */
export type PlainMap = { [key: string]: Plain }
export type Plain = string | Plain[] | PlainMap

/** Turns a tree into plain values. `x-` keys are left out; keys without a value are reported and left out. */
export function toPlain(file: string, root: Node, problems: Problem[]): Plain {
  const path: PathKey[] = [] // of the present node
  return plain(root)

  function plain(node: Node): Plain {
    if (node.kind === 'scalar') return scalar(node)
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
      if (name === '__proto__')
        addProblem('schema/unknown-key', `"${name}" is not a key of this register`, 'take it out')
      else if (isEmpty(value))
        addProblem(
          'schema/empty',
          `${name} has no value`,
          `write one, take the key out, or list it under unknown with the reason`,
        )
      else map[name] = plain(value)
    }
    path.length = depth
    return map
  }

  /** The text of a scalar, with letters in one form. Invisible characters made by escapes are reported. */
  function scalar(node: ScalarNode): string {
    const text = readingOfText(node.text, node.style)
    if (node.style !== 'double' || !ESCAPED.test(text)) return text
    const at = { file, path: [...path], on: 'value' as const }
    if (PATH.test(text)) {
      const meant = text.replace(ESCAPES, (it) => `\\${LETTERS[it] ?? ''}`)
      problems.push({
        code: 'syntax/control-character',
        at,
        message: 'in double quotes a backslash begins an escape, so this path is read differently',
        hint: `double the backslash, or use single quotes: '${meant}'`,
        fix: writeFix(at.path, meant, false),
      })
      return text
    }
    const hidden = [...text].find((it) => withoutHidden(it) === '')
    if (hidden === undefined) return text
    problems.push({
      code: 'syntax/control-character',
      at,
      message: `an escape makes an invisible control character (U+${hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}) of this`,
      hint: 'take the escape out; for a backslash double it, or use single quotes',
      fix: writeFix(at.path, withoutHidden(text), !LETTER.test(text)),
    })
    return text
  }

  function addProblem(code: string, message: string, hint: string): void {
    problems.push({ code, at: { file, path: [...path], on: 'key' }, message, hint })
  }
}

/** The text of a single value as a register reads it, with letters in one form. */
export const readingOfText = (text: string, style: ScalarStyle): string =>
  text.includes('\n') ? readingOf({ text, style }).normalize('NFC') : inOneForm(text)

/** Characters that an escape may have made. Line breaks are text, except in a path. */
// oxlint-disable-next-line no-control-regex -- these characters are what these expressions are for
const ESCAPED = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u061C\u2028-\u202E\u2066-\u2069]/
/** `S:` or `\\server`, followed by a character that an escape made. */
// oxlint-disable-next-line no-control-regex -- as above
const PATH = /^(?:[A-Za-z]:\S*[\u0000-\u001F]|\\[^\\\s]+[\u0000-\u001F])/
/** Characters made by a backslash and a letter, where a backslash may have been meant. */
// oxlint-disable-next-line no-control-regex -- as above
const LETTER = /[\u0000\u0007-\u000D\u001B]/
// oxlint-disable-next-line no-control-regex -- as above
const ESCAPES = /[\u0000\u0007-\u000D\u001B]/g
const LETTERS: Readonly<Record<string, string>> = {
  '\u0000': '0',
  '\u0007': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '\u001B': 'e',
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

/** The value at a path; undefined where there is none. */
export function valueAt(plain: Plain, path: Path): Plain | undefined {
  let value: Plain | undefined = plain
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<PathKey, Plain>)[key]
  }
  return value
}
