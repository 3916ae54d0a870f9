import { EMPTY_TEXTS, type MapNode, type Node, type Path, type PathKey, type ScalarStyle } from '../document/node.js'
import { dayFirst } from './day.js'
import { parseGrade } from './grade.js'
import type { FieldKind } from './field.js'
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
      const of = mayBeSpelt(node.text) ? spellingOf(metaAt(schema, path)?.kind) : undefined
      const what = of?.(node.text, node.style)
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

/** How the values of a kind of field may be written so that rules report it; undefined where they report nothing. */
export const spellingOf = (kind: FieldKind | undefined): SpellingOf | undefined => kind && SPELLINGS[kind]

type SpellingOf = (text: string, style: ScalarStyle) => Spelling['what'] | undefined
const misread: SpellingOf = (text, style) =>
  style === 'plain' && MISREAD.test(text) && !EMPTY_TEXTS.has(text) ? 'misread' : undefined
const SPELLINGS: { readonly [K in FieldKind]?: SpellingOf } = {
  money: (text) => (HAS_NUMBER.test(text) && currencyOf(text) !== undefined ? 'currency' : undefined),
  day: (text) => (DAY.test(text) && dayFirst(text) !== undefined ? 'day' : undefined),
  grade: (text) => (GRADE.test(text) && (parseGrade(text) ?? text) !== text ? 'grade' : undefined),
  code: misread,
  choice: misread,
}

/** Can a text of any field have a spelling? Most have none, and then its field need not be looked up. */
const mayBeSpelt = (text: string) => [HAS_NUMBER, DAY, GRADE, MISREAD].some((it) => it.test(text))

/** Would another program read a plain text as something other than a code or words? */
export const isMisread = (kind: string | undefined, text: string): boolean =>
  kind === 'code' || kind === 'choice'
    ? MISREAD.test(text)
    : kind === 'text' && /^(?:yes|no|on|off|y|n|true|false)$/i.test(text)

const DAY = /^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d/
const HAS_NUMBER = /^.{0,6}\d/
/** Letters of the words red, amber and green, and what is between the words. */
const GRADE = /^[\s/_redambgn-]+$/i
/** What readers of YAML 1.1 or 1.2 turn into a number, a flag, a day or null. */
const MISREAD =
  /^(?:[-+]?(?:\d[\d_]*)?\.?\d+(?:[eE][-+]?\d+)?|0[xo][\da-fA-F]+|true|false|yes|no|on|off|y|n|null|~|\d{1,2}(?::\d{2})+|\.inf|\.nan)$/i
