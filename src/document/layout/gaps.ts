import { columnOf, lineEnd, lineStart } from '../node.js'

/** A comment as it is in a text. */
export interface Comment {
  /** From its # (or a marker --- or ...) to the end of its line, without trailing blanks. */
  readonly text: string
  readonly start: number
  /** Is it on a line of its own? */
  readonly isAlone: boolean
  /** The blanks before it on its line. */
  readonly before: string
  /** Is there a blank line above it? */
  readonly isParted: boolean
}

/** Why a text cannot be laid out, and where in it. */
export class NotSafe extends Error {
  constructor(
    message: string,
    readonly start: number,
    readonly end: number,
    readonly hint?: string,
  ) {
    super(message)
  }
}

/**
 * Reads what is between the values of a text: blanks, comments and the marks of YAML. It refuses anything else, so that
 * nothing is lost.
 */
export class Gaps {
  #at = 0

  /** @param report is called with each comment, in the order of the text; a marker --- or ... counts as one */
  constructor(
    readonly text: string,
    readonly report: (comment: Comment) => void,
  ) {}

  /** Reads on to where a value (or the end) begins. */
  upTo(start: number): void {
    while (this.#at < start) this.#pass(this.#step())
  }

  /** Reads past a mark, and returns its offset. */
  over(mark: string): number {
    while (this.#at < this.text.length) {
      const found = this.#step()
      if (found === mark) return this.#at - 1
      this.#pass(found)
    }
    throw new NotSafe(`no ${mark} was found up to the end of this file`, this.text.length, this.text.length)
  }

  /** Reads past the header of a folded or literal text, such as `|2-`, and returns it. */
  overHeader(): string {
    while (!'|>'.includes(this.text[this.#at]!)) this.#pass(this.#step())
    const header = /[|>][0-9+-]*/y
    header.lastIndex = this.#at
    const [found] = header.exec(this.text)!
    this.#at += found.length
    return found
  }

  /** Skips a value. */
  skipTo(end: number): void {
    this.#at = Math.max(this.#at, end)
  }

  /** The blanks before an offset on its line; undefined when there is more than blanks. */
  indentOf(offset: number): string | undefined {
    const before = this.text.slice(lineStart(this.text, offset), offset)
    return /^[ \t]*$/.test(before) ? before : undefined
  }

  /** Is there a blank line above the line of an offset? */
  isParted(offset: number): boolean {
    const start = lineStart(this.text, offset)
    return start > 0 && this.text.slice(lineStart(this.text, start - 1), start).trim() === ''
  }

  /** Reads one mark, blank or comment; undefined for the latter two. */
  #step(): string | undefined {
    const { text } = this
    const character = text[this.#at]!
    if (character === '#') this.#comment(lineEnd(text, this.#at))
    else if (this.#isMarker()) this.#comment(this.#at + 3)
    else {
      this.#at++
      return /\s/.test(character) ? undefined : character
    }
    return undefined
  }

  /** Accepts a mark that is already in the tree, as a colon or comma is. */
  #pass(mark: string | undefined): void {
    if (mark === undefined || mark === ':' || mark === ',') return
    const start = this.#at - 1
    if (mark === '?')
      throw new NotSafe('there is a key with ? before it here', start, start + 1, 'write it as key: value')
    throw new NotSafe(`${mark} was not expected here`, start, start + 1)
  }

  #isMarker(): boolean {
    return (
      columnOf(this.text, this.#at) === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(this.text.slice(this.#at, this.#at + 4))
    )
  }

  #comment(end: number): void {
    const start = this.#at
    const indent = this.indentOf(start)
    this.report({
      text: this.text.slice(start, end).trimEnd(),
      start,
      isAlone: indent !== undefined,
      before: indent ?? /[ \t]*$/.exec(this.text.slice(lineStart(this.text, start), start))![0],
      isParted: indent !== undefined && this.isParted(start),
    })
    this.#at = end
  }
}
