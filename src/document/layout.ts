import { blockTexts } from './layout/block-texts.js'
import { type Comment, Gaps, NotSafe } from './layout/gaps.js'
import { commentLines, GAP, type Line, linesOf } from './layout/lines.js'
import { type Part, partsOf, type OrderOf } from './layout/parts.js'
import { sameValues } from './layout/same-values.js'
import type { Node, Span } from './node.js'
import { parseYaml } from './parse.js'

export type { OrderOf } from './layout/parts.js'

/** Why a text was left as it is, and where in it. */
interface LayoutRefusal extends Span {
  readonly message: string
  readonly hint?: string
}

/**
 * A YAML text in canonical layout: keys in a given order, two spaces a level, one key a line, never two blank lines in a
 * row; every scalar as it was typed, every comment with what it belongs to. The result is read again. It is refused unless
 * it has the same values and comments, and laying it out once more changes nothing.
 *
 * @param yaml without a byte order mark; a whole file, or the front matter of a markdown file
 */
export function laidOut(yaml: string, orderOf: OrderOf): string | LayoutRefusal {
  try {
    const read = safelyRead(yaml)
    const result = arranged(read, orderOf)
    return result === yaml ? yaml : checked(read, result, orderOf)
  } catch (error) {
    if (!(error instanceof NotSafe)) throw error
    const { message, hint, start, end } = error
    return { message, ...(hint !== undefined && { hint }), start, end }
  }
}

/** The comments of a YAML text, each from its # on. In a text that cannot be laid out, whatever looks like a comment. */
export function commentsOf(yaml: string): string[] {
  try {
    return safelyRead(yaml).comments.map(({ text }) => text)
  } catch (error) {
    if (!(error instanceof NotSafe)) throw error
    return [...yaml.matchAll(/(?:^|(?<=[ \t]))#.*$/gm)].map(([text]) => text.trimEnd())
  }
}

/** A text that can be laid out: its keys with their comments, or comments alone. */
interface Read {
  readonly yaml: string
  readonly root: Node | undefined
  readonly whole: Part | undefined
  readonly comments: readonly Comment[]
}

function safelyRead(yaml: string): Read {
  const lone = yaml.search(/\r(?!\n)/)
  if (lone !== -1) throw new NotSafe('there is a carriage return without a line feed here', lone, lone + 1)
  const parsed = parseYaml(yaml)
  if ('reason' in parsed)
    throw new NotSafe(`YAML: ${parsed.reason}`, parsed.offset, Math.min(parsed.offset + 1, yaml.length))
  const problem = parsed.problems[0]
  if (problem !== undefined) throw new NotSafe(problem.message, problem.start, problem.end, problem.hint)
  const { root } = parsed
  if (root === undefined || (root.kind === 'scalar' && root.style === 'absent')) {
    const comments: Comment[] = []
    new Gaps(yaml, (comment) => comments.push(comment)).upTo(yaml.length)
    return { yaml, root: undefined, whole: undefined, comments }
  }
  if (root.kind === 'scalar') throw new NotSafe('this is a single value, not keys with values', root.start, root.end)
  return { yaml, root, ...partsOf(yaml, root, blockTexts(yaml)) }
}

function arranged({ yaml, whole, comments }: Read, orderOf: OrderOf): string {
  if (whole === undefined) return textOf(commentLines(comments, 0), yaml)
  const { head, isParted } = takeHead(whole)
  const { above, body } = linesOf(yaml, whole, orderOf)
  const isCutOff = isParted || (above.length > 0 && head.some((it) => it.text !== '---'))
  return textOf([...commentLines(head, 0), ...(isCutOff ? [GAP] : []), ...above, ...body], yaml)
}

/**
 * Takes the head off the first part: markers, and comments about the file, which stay on top wherever the first key goes.
 * The head is everything above the last blank line. Comments directly above the first key belong to that key, unless the
 * first comment is one about the file.
 */
function takeHead(whole: Part): { head: readonly Comment[]; isParted: boolean } {
  const [first] = whole.parts
  if (first === undefined) return { head: [], isParted: false }
  const { above } = first
  const markers = above.findIndex((it) => it.text !== '---')
  const begin = markers === -1 ? above.length : markers
  const cut = first.isParted ? above.length : above.findLastIndex((it, index) => it.isParted && index > begin)
  const isAbout = begin < above.length && ABOUT_THE_FILE.test(above[begin]!.text)
  const head = above.splice(0, cut !== -1 ? cut : isAbout ? above.length : begin)
  const isParted = head.length > 0 && (first.isParted || (above[0]?.isParted ?? false))
  first.isParted = false // the blank line stays with the head, wherever the key goes
  return { head, isParted }
}

/** How comments begin that say where a file comes from, or tell a program how to read it. */
const ABOUT_THE_FILE =
  /^#+!?\s*(?:(?:sources?|invented|copyright|spdx|yaml-language-server|\$schema)\b|this (?:file|record|register|partnership|organisation|policy|update)\b|(?:taken|copied|imported|exported|generated|transcribed|adapted) (?:from|by|with)\b|-\*-|vim?:)/i

/** Joins lines with the line ending of the text that they come from; at most one blank line in a row stays. */
function textOf(lines: readonly Line[], from: string): string {
  const newline = /\r?\n/.exec(from)?.[0] ?? '\n'
  const kept = lines.filter(({ kind }, index) => kind !== 'gap' || lines[index - 1]?.kind === 'text')
  while (kept.at(-1)?.kind === 'gap') kept.pop()
  return kept.map(({ text }) => text + newline).join('')
}

/** Checks a result before it is used: a fault of this engine must never reach a file. */
function checked(read: Read, result: string, orderOf: OrderOf): string {
  const again = safelyRead(result)
  const isSame = sameValues(read.root, again.root) && inOneOrder(read.comments) === inOneOrder(again.comments)
  if (isSame && arranged(again, orderOf) === result) return result
  const [message, hint] = ['laid out, this would not read as it does now', 'lay it out by hand, key by key']
  throw new NotSafe(message, 0, 0, hint)
}

const inOneOrder = (comments: readonly Comment[]) =>
  comments
    .map((it) => it.text)
    .sort()
    .join('\n')
