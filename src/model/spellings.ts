import { isEmpty, type MapNode, type Node, type Path, type PathKey, type ScalarNode } from '../document/node.js'
import { dayFirst } from './day.js'
import { parseGrade } from './grade.js'
import type { RecordKind } from './record-kinds.js'
import { RECORD_SCHEMAS } from './record-schemas.js'
import { currencyOf } from './money.js'
import { metaAt } from './schema-walk.js'

/** A value whose text matters: other readers misread it, or it has a currency, another spelling, or a day in numbers. */
export interface Spelling {
  readonly what: 'misread' | 'currency' | 'grade' | 'day'
  readonly path: Path
  readonly text: string
}

/** The spellings of a tree that rules report, in the order of the text. */
export function spellingsOf(kind: RecordKind, root: MapNode): Spelling[] {
  const { schema } = RECORD_SCHEMAS[kind]
  const found: Spelling[] = []
  const path: PathKey[] = [] // of the present node; copied only for a spelling, as few values are one
  const walk = (node: Node): void => {
    if (node.kind === 'scalar') {
      const what = whatOf(node, () => metaAt(schema, path)?.kind)
      if (what !== undefined) found.push({ what, path: [...path], text: node.text })
      return
    }
    const depth = path.length
    if (node.kind === 'map')
      for (const { key, value } of node.entries) {
        path[depth] = key.text
        walk(value)
      }
    else
      for (const [index, item] of node.items.entries()) {
        path[depth] = index
        walk(item)
      }
    path.length = depth
  }
  walk(root)
  return found
}

function whatOf(node: ScalarNode, kind: () => string | undefined): Spelling['what'] | undefined {
  const { text } = node
  if (NUMBER.test(text) && currencyOf(text) !== undefined && kind() === 'money') return 'currency'
  if (DAY.test(text)) return dayFirst(text) !== undefined && kind() === 'day' ? 'day' : undefined
  if (GRADE.test(text) && (parseGrade(text) ?? text) !== text) return kind() === 'grade' ? 'grade' : misread(node, kind)
  return misread(node, kind)
}

function misread(node: ScalarNode, kind: () => string | undefined): 'misread' | undefined {
  if (node.style !== 'plain' || !MISREAD.test(node.text) || isEmpty(node)) return undefined
  return isCode(kind()) ? 'misread' : undefined
}

/** Would another program read a plain text as something other than a code or words? */
export const isMisread = (kind: string | undefined, text: string): boolean =>
  isCode(kind) ? MISREAD.test(text) : kind === 'text' && /^(?:yes|no|on|off|y|n|true|false)$/i.test(text)

const isCode = (kind: string | undefined) => kind === 'code' || kind === 'choice'

const DAY = /^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d/
const NUMBER = /^.{0,6}\d/
/** Letters of the words red, amber and green, and what is between the words. */
const GRADE = /^[\s/_redambgn-]+$/i
/** What readers of YAML 1.1 or 1.2 turn into a number, a flag, a day or null. */
const MISREAD =
  /^(?:[-+]?(?:\d[\d_]*)?\.?\d+(?:[eE][-+]?\d+)?|0[xo][\da-fA-F]+|true|false|yes|no|on|off|y|n|null|~|\d{1,2}(?::\d{2})+|\.inf|\.nan)$/i
