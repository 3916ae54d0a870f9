import { type ListNode, type MapNode, type Node, type ScalarNode, columnOf, type Path } from '../node.js'
import type { BlockText } from './block-texts.js'
import { type Comment, Gaps, NotSafe } from './gaps.js'

/** A key with its value, or an item of a list, with the comments that belong to it. */
export interface Part {
  /** Undefined for the whole. */
  readonly parent: Part | undefined
  /** The column of its key or dash; infinite inside [ ] and { }, where columns have no meaning. */
  readonly column: number
  readonly key: ScalarNode | undefined
  readonly value: Node
  /** The keys or items of its value. */
  readonly parts: Part[]
  /** Is there a blank line directly above it? */
  isParted: boolean
  /** On lines of their own above it; of the first, the head of the file before them. */
  readonly above: Comment[]
  /** At the end of one of its lines. */
  readonly trailing: Comment[]
  /** On lines of their own after all that is in it. */
  readonly end: Comment[]
  /** After that, not indented further than the part itself; a blank line follows them. */
  readonly below: Comment[]
  /** Do its brackets contain comments on lines of their own? */
  hasInside: boolean
  /** Its value, if that is folded or literal. */
  block?: BlockText & { readonly header: string }
}

/** The parts of a text, and all its comments in their order. */
export interface Parts {
  readonly whole: Part
  readonly comments: readonly Comment[]
}

/** Finds what each comment belongs to: the part below it, the part on its line, or the part that it closes. */
export const partsOf = (text: string, root: MapNode | ListNode, blocks: readonly BlockText[]): Parts =>
  new PartReader(text, blocks).read(root)

class PartReader {
  readonly #gaps: Gaps
  readonly #comments: Comment[] = []
  /** Comments on lines of their own that nothing owns yet. */
  #pending: Comment[] = []
  /** The part that a comment on the same line belongs to. */
  #touched: Part | undefined
  /** The part that began last. */
  #last: Part | undefined
  #block = 0

  constructor(
    readonly text: string,
    readonly blocks: readonly BlockText[],
  ) {
    this.#gaps = new Gaps(text, (comment) => {
      this.#comments.push(comment)
      // what follows the end of the document belongs to no key
      if (comment.text === '...') this.#touched = undefined
      if (comment.isAlone || this.#touched === undefined) this.#pending.push(comment)
      else this.#touched.trailing.push(comment)
    })
  }

  read(root: MapNode | ListNode): Parts {
    const whole = part(undefined, -1, undefined, root, false)
    this.#last = whole
    this.#collection(whole, root)
    this.#gaps.upTo(this.text.length)
    this.#settle(whole, undefined)
    return { whole, comments: this.#comments }
  }

  #value(owner: Part): void {
    const { value } = owner
    if (value.kind !== 'scalar') return this.#collection(owner, value)
    if (value.style === 'absent') return
    if (value.style === 'literal' || value.style === 'folded') {
      const block = this.blocks[this.#block++]!
      owner.block = { ...block, header: this.#gaps.overHeader() }
      this.#gaps.upTo(block.start)
      this.#gaps.skipTo(block.end)
    } else {
      this.#gaps.upTo(value.start)
      this.#gaps.skipTo(value.end)
    }
    this.#raise(owner)
  }

  #collection(owner: Part, node: MapNode | ListNode): void {
    // a pair in a list, [a: b], is a map without brackets
    const [open, close] = node.kind === 'list' ? '[]' : '{}'
    const isBracketed = node.flow && this.text[node.start] === open
    if (isBracketed) {
      this.#gaps.over(open!)
      if (owner.parent !== undefined) this.#raise(owner)
    }
    if (node.kind === 'map') for (const { key, value } of node.entries) this.#entry(owner, key, value, node.flow)
    else for (const item of node.items) this.#item(owner, item, node.flow)
    if (isBracketed) this.#close(owner, close!)
  }

  #close(owner: Part, bracket: string): void {
    this.#gaps.over(bracket)
    owner.hasInside ||= this.#pending.length > 0
    owner.end.push(...this.#pending.splice(0))
    this.#touched = owner.parent === undefined ? undefined : owner
  }

  #entry(owner: Part, key: ScalarNode, value: Node, inFlow: boolean): void {
    if (key.style === 'absent') throw new NotSafe('there is a value without a key here', value.start, value.end)
    if (this.text.slice(key.start, key.end).includes('\n'))
      throw new NotSafe('this key goes over several lines', key.start, key.end, 'write it on one line')
    this.#gaps.upTo(key.start)
    const entry = this.#begin(owner, key.start, key, value, inFlow)
    this.#gaps.skipTo(key.end)
    this.#value(entry)
  }

  #item(owner: Part, value: Node, inFlow: boolean): void {
    let start = value.start
    if (!inFlow) start = this.#gaps.over('-')
    else if (value.kind !== 'scalar' || value.style !== 'absent') this.#gaps.upTo(start)
    this.#value(this.#begin(owner, start, undefined, value, inFlow))
  }

  #begin(owner: Part, start: number, key: ScalarNode | undefined, value: Node, inFlow: boolean): Part {
    const isFirstOnLine = this.#gaps.indentOf(start) !== undefined
    const column = inFlow ? Infinity : columnOf(this.text, start)
    const begun = part(owner, column, key, value, isFirstOnLine && this.#gaps.isParted(start))
    owner.parts.push(begun)
    this.#settle(owner, begun)
    this.#touched = this.#last = begun
    return begun
  }

  /** Moves comments on lines between a key and its value above the key, with one at the end of the key's line. */
  #raise(owner: Part): void {
    if (this.#pending.length > 0) owner.above.push(...owner.trailing.splice(0), ...this.#pending.splice(0))
  }

  /**
   * Assigns the pending comments before `next` begins in `owner`, or the whole ends. A comment that is indented further
   * than a part above it closes that part. One directly below a part, with a blank line after it, is below that part. Any
   * other is above `next`.
   */
  #settle(owner: Part, next: Part | undefined): void {
    let closing = this.#last!
    const pending = this.#pending.splice(0)
    const upper = next && owner.parts.at(-2)
    const parting = pending.findIndex((it) => it.isParted)
    const touching = upper === undefined ? 0 : parting !== -1 ? parting : next!.isParted ? pending.length : 0
    for (const [index, comment] of pending.entries()) {
      while (closing !== owner && closing.column >= comment.before.length) closing = closing.parent!
      if (closing === owner) (index < touching ? upper!.below : (next?.above ?? owner.end)).push(comment)
      // indented further than its key it would be read as a part of the text
      else (closing.block === undefined ? closing.end : closing.below).push(comment)
    }
  }
}

const part = (
  parent: Part | undefined,
  column: number,
  key: ScalarNode | undefined,
  value: Node,
  isParted: boolean,
): Part => {
  const comments = { above: [], trailing: [], end: [], below: [], hasInside: false }
  return { parent, column, key, value, isParted, parts: [], ...comments }
}

/** The order of the keys of the map at a path; undefined where any key is allowed, so that the writer decides. */
export type OrderOf = (path: Path) => readonly string[] | undefined

/** Keys in a given order. A key that is not in the order stays after the key before it, or at the beginning. */
export function inOrder(parts: readonly Part[], order: readonly string[] | undefined): readonly Part[] {
  if (order === undefined) return parts
  const place = new Map(order.map((key, index) => [key, index]))
  let rank = -1
  const ranked = parts.map((part) => ({ part, rank: (rank = place.get(part.key!.text) ?? rank) }))
  return ranked.sort((a, b) => a.rank - b.rank).map(({ part }) => part)
}
