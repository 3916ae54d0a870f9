import { CannotEdit, type Splice, type Written } from '../edit.js'
import { blockHeader, lineEnding, nextLine, type Stretch } from '../extents.js'
import { type Node, type Path, type ScalarNode, type Span, lineStart } from '../node.js'
import { flowText, indented, valueLines, foldedLines, inSingleQuotes, isBlockSafe, scalarText } from '../write-lines.js'
import { inQuotes } from '../yaml-text.js'
import { linesAt, detectStyle, type Editable, type Found } from './place.js'

/** Replaces a value: a scalar keeps its style, anything else is laid out anew. */
export function newValue(
  editable: Editable,
  found: Found & { readonly node: Node },
  path: Path,
  value: Written,
): Splice[] {
  const { node, inFlow, from, indent } = found
  if (node.kind === 'scalar' && typeof value === 'string' && !(becomesBlock(node, value) && !inFlow))
    return [newScalar(editable, node, value, { path, from, indent, inFlow })]
  if (inFlow) return [flowValue(editable, node, value, path)]
  return replaceWhole(editable, node, value, { path, from, indent })
}

/** Replaces a value inside brackets. */
function flowValue(editable: Editable, node: Node, value: Written, path: Path): Splice {
  const { start, end } = node
  if (hasComment(editable.stretch.text, start, node, end)) throw commentInside(node)
  return { start, end, text: flowText(value, path, detectStyle(editable)) }
}

const commentInside = (node: Node) =>
  new CannotEdit('there is a comment inside the value, which would be lost', node.start)

/** Does a value of one line get several, so that it is laid out anew? */
const becomesBlock = ({ style }: ScalarNode, text: string) =>
  (style === 'plain' || style === 'absent') && text.includes('\n') && isBlockSafe(text)

interface Spot {
  readonly path: Path
  readonly from: number
  readonly indent: number
}

/** A scalar in the style of the one that it replaces, where that style can express it. */
function newScalar(
  editable: Editable,
  node: ScalarNode,
  text: string,
  { path, from, indent, inFlow }: Spot & { readonly inFlow: boolean },
): Splice {
  const { stretch } = editable
  const quoted = editable.isQuoted(path, text)
  const line = scalarText(text, { flow: inFlow, quoted })
  const { start, end } = node
  switch (node.style) {
    case 'absent':
      return { ...afterColon(stretch, from, path), text: ` ${line}` }
    case 'single':
      return { start, end, text: inSingleQuotes(text) ?? inQuotes(text) }
    case 'double':
      return { start, end, text: inQuotes(text) }
    case 'literal':
    case 'folded':
      return newBlock(stretch, node, text, from, indent) ?? { ...blockSpan(stretch, node, from), text: line }
    default:
      return { start, end, text: line }
  }
}

/** A new block of text at the indent of the old one; its header changes only where the text requires it. */
function newBlock(stretch: Stretch, node: ScalarNode, text: string, from: number, indent: number): Splice | undefined {
  const header = blockHeader(stretch.text, from, node)
  if (header === undefined || !isBlockSafe(text)) return undefined
  const folded = node.style === 'folded' ? foldedLines(text, FOLD_AT) : undefined
  const newHeader = `${folded === undefined ? '|' : '>'}${header.written.replace(/[|>0-9]/g, '')}`
  const line = lineStart(stretch.text, node.start)
  const old = /^ */.exec(stretch.text.slice(line, node.start))![0].length
  const at = /\d/.test(header.written) || node.start <= header.end || old === 0 ? indent + 2 : old
  const headerLine = nextLine(stretch, header.end)
  const comment = stretch.text.slice(header.end, headerLine).trimEnd()
  const body = indented(folded ?? text.split('\n'), at).join(lineEnding(stretch.text))
  const end = Math.max(node.end, header.end)
  return { start: header.start, end, text: `${newHeader}${comment}${lineEnding(stretch.text)}${body}` }
}

function blockSpan(stretch: Stretch, node: ScalarNode, from: number): Span {
  const header = blockHeader(stretch.text, from, node)
  return { start: header?.start ?? node.start, end: Math.max(node.end, header?.end ?? 0) }
}

const FOLD_AT = 100

/** The place after the colon of a key, or after the dash of an item. */
function afterColon({ text }: Stretch, from: number, path: Path): Span {
  if (typeof path.at(-1) === 'number') return { start: from, end: from }
  const colon = text.indexOf(':', from)
  return { start: colon + 1, end: colon + 1 }
}

/** A value of another shape replaces what follows the colon; refused where comments inside would be lost. */
function replaceWhole(editable: Editable, node: Node, value: Written, { path, from, indent }: Spot): Splice[] {
  const { stretch } = editable
  const { start } = afterColon(stretch, from, path)
  const isAbsent = node.kind === 'scalar' && node.style === 'absent'
  const end = isAbsent ? start : node.kind === 'scalar' ? blockSpan(stretch, node, from).end : lastCharacter(node)
  if (hasComment(stretch.text, start, node, end)) throw commentInside(node)
  const [first = '', ...rest] = valueLines(value, path, indent, typeof path.at(-1) === 'number', detectStyle(editable))
  const onLine = { start, end, text: first } // a comment after it stays on its line
  return rest.length === 0 ? [onLine] : [onLine, linesAt(stretch, nextLine(stretch, end), rest)]
}

function lastCharacter(node: Node): number {
  if (node.kind === 'map' && !node.flow) return lastCharacter(node.entries.at(-1)!.value)
  if (node.kind === 'list' && !node.flow) return lastCharacter(node.items.at(-1)!)
  return node.end
}

/** Is there a comment between the scalars of a value? */
function hasComment(text: string, start: number, node: Node, end: number): boolean {
  let left = ''
  let at = start
  const cut = (it: Node): void => {
    if (it.kind === 'scalar') {
      left += text.slice(at, Math.max(at, it.start))
      at = Math.max(at, it.end)
    } else if (it.kind === 'map') for (const { key, value } of it.entries) [key, value].forEach(cut)
    else for (const item of it.items) cut(item)
  }
  cut(node)
  return /(?:^|\s)#/.test(left + text.slice(at, Math.max(at, end)))
}
