import type { Path, ScalarNode } from '../node.js'
import type { Comment } from './gaps.js'
import { type Part, inOrder, type OrderOf } from './parts.js'

/** The longest line that ends in a list in [ ]. */
const FLOW_WIDTH = 80

/**
 * A line to write. A `gap` is a blank line between others; after `kept`, the end of a text that keeps its blank lines,
 * there is none, as it would belong to the text.
 */
export interface Line {
  readonly text: string
  readonly kind: 'text' | 'gap' | 'kept'
}

/** The lines of a part, and those above it. */
interface Written {
  readonly above: readonly Line[]
  readonly body: readonly Line[]
}

/** The lines of a whole text in canonical layout, without the head of the file. */
export const linesOf = (text: string, whole: Part, orderOf: OrderOf): Written =>
  new Writer(text, orderOf).collection(whole, 0, [])

class Writer {
  constructor(
    readonly text: string,
    readonly orderOf: OrderOf,
  ) {}

  /** Keys or items at an indent, and the comments that close them; no blank line precedes the first. */
  collection(owner: Part, indent: number, path: Path): Written {
    const parts = owner.value.kind === 'map' ? inOrder(owner.parts, this.orderOf(path)) : owner.parts
    const [first, ...rest] = parts.map((part, index) => this.#part(part, indent, [...path, part.key?.text ?? index]))
    const above = first?.above[0]?.kind === 'gap' ? first.above.slice(1) : (first?.above ?? [])
    const body = [...(first?.body ?? []), ...rest.flatMap((it) => [...it.above, ...it.body])]
    return { above, body: [...body, ...commentLines(owner.end, indent)] }
  }

  #part(part: Part, indent: number, path: Path): Written {
    const above = [...commentLines(part.above, indent), ...(part.isParted ? [GAP] : [])]
    const isOpened = part.parts.length > 0 && !this.#staysFlow(part, indent)
    const written = isOpened ? this.#opened(part, indent, path) : this.#closed(part, indent)
    const below = part.below.length === 0 ? [] : [...commentLines(part.below, indent), GAP]
    return { above: [...above, ...written.above], body: [...written.body, ...below] }
  }

  /** A map or list below its key, or beginning on the line of its dash. */
  #opened(part: Part, indent: number, path: Path): Written {
    const inner = this.collection(part, indent + 2, path)
    if (part.key === undefined) {
      const behind = part.trailing.filter(({ start }) => start < part.value.start)
      const after = part.trailing.filter(({ start }) => start >= part.value.start)
      // a comment above its first key stays inside, after the dash: above the dash it would belong to the whole item
      const inside = inner.above.filter(({ kind }) => kind !== 'gap')
      const [first, ...rest] = [...raised(behind, indent + 2), ...inside, ...inner.body]
      const begun = { ...first!, text: `${' '.repeat(indent)}- ${first!.text.slice(indent + 2)}` }
      return { above: raised(after, indent), body: [begun, ...rest] }
    }
    const [comment, others] = lastOf(part.trailing)
    const line = textLine(`${this.#lead(part, indent)}${endOfLine(comment)}`)
    return { above: raised(others, indent), body: [line, ...inner.above, ...inner.body] }
  }

  /** A value on the line of its key or dash, which may continue below as text. */
  #closed(part: Part, indent: number): Written {
    const [first, ...rest] = this.#valueLines(part, indent + 2)
    const [last, others] = lastOf(part.trailing)
    // a comment on the first of several lines would end the text
    const isCut = rest.length > 0 && part.block === undefined && last !== undefined && last.start < part.value.start
    const comment = isCut ? '' : endOfLine(last)
    const lead = this.#lead(part, indent) + (first === '' ? '' : ` ${first}`)
    const body = [lead, ...rest]
    body[part.block === undefined ? body.length - 1 : 0] += comment
    const lines = body.map(textLine)
    if (part.block?.header.includes('+')) lines[lines.length - 1] = { text: body.at(-1)!, kind: 'kept' }
    return {
      above: raised(isCut ? part.trailing : others, indent),
      body: [...lines, ...commentLines(part.end, indent + 2)],
    }
  }

  #lead({ key }: Part, indent: number): string {
    return ' '.repeat(indent) + (key === undefined ? '-' : `${this.#raw(key)}:`)
  }

  /** The first line follows the key or dash; the others are indented. */
  #valueLines(part: Part, indent: number): string[] {
    const { value } = part
    if (value.kind === 'list') return [this.#flowList(part)]
    if (value.kind === 'map') return ['{}']
    if (part.block !== undefined) return this.#blockLines(part.block, indent)
    const lines = this.#raw(value).split(/\r?\n/)
    const isDouble = value.style === 'double'
    return lines.map((line, index) => {
      const begun = index === 0 ? line : line.replace(/^[ \t]+/, '')
      const ended = index === lines.length - 1 || (isDouble && ENDS_ESCAPED.test(begun)) ? begun : begun.trimEnd()
      return index === 0 || ended === '' ? ended : ' '.repeat(indent) + ended
    })
  }

  #blockLines({ header, start, end, indent: was }: NonNullable<Part['block']>, indent: number): string[] {
    const lines = this.text
      .slice(start, end)
      .split(/\r?\n/)
      .map((line) => line.slice(was))
    if (lines.at(-1) === '') lines.pop()
    if (!header.includes('+')) while (lines.at(-1) === '') lines.pop()
    // the digit is the indent of the text below its key, which is now two
    return [header.replace(/\d/, '2'), ...lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line))]
  }

  #staysFlow(part: Part, indent: number): boolean {
    const { value, parts } = part
    if (value.kind !== 'list' || !value.flow || part.hasInside) return false
    const isShort = parts.every(
      (it) => it.above.length + it.trailing.length + it.below.length === 0 && this.#isWord(it),
    )
    return isShort && this.#lead(part, indent).length + 1 + this.#flowList(part).length <= FLOW_WIDTH
  }

  #isWord({ value }: Part): boolean {
    return value.kind === 'scalar' && value.style !== 'absent' && !this.#raw(value).includes('\n')
  }

  #flowList({ parts }: Part): string {
    return `[${parts.map(({ value }) => this.#raw(value as ScalarNode)).join(', ')}]`
  }

  #raw({ start, end }: ScalarNode): string {
    return this.text.slice(start, end)
  }
}

/** An odd number of backslashes before the blanks at the end: the first of these is text. */
const ENDS_ESCAPED = /(?<!\\)(?:\\\\)*\\[ \t]*$/

/** One blank line. */
export const GAP: Line = { text: '', kind: 'gap' }
const textLine = (text: string): Line => ({ text, kind: 'text' })

const lastOf = (comments: readonly Comment[]) => [comments.at(-1), comments.slice(0, -1)] as const

const endOfLine = (comment: Comment | undefined) =>
  comment === undefined ? '' : `${comment.before === '' ? ' ' : comment.before}${comment.text}`

/** Comments on lines of their own. */
export const commentLines = (comments: readonly Comment[], indent: number): Line[] =>
  comments.flatMap(({ text, isParted }) => [...(isParted ? [GAP] : []), textLine(' '.repeat(indent) + text)])

/** Comments moved from the end of a line to lines above it. */
const raised = (comments: readonly Comment[], indent: number): Line[] =>
  comments.map(({ text }) => textLine(' '.repeat(indent) + text))
