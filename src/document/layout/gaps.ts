/** A comment as it is in a text. */
export interface Comment {
  /** From its # (or a marker --- or ...) to the end of its line, without trailing blanks. */
  readonly text: string
  readonly start: number
  /** Nothing but blanks is before it on its line. */
  readonly isAlone: boolean
  /** Blanks between it and what it follows; of one on a line of its own, its indent. */
  readonly before: string
  /** There is a blank line above it. */
  readonly isParted: boolean
}

/** Why a text cannot be laid out, and where. Offsets into that text; `end` is exclusive. */
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
 * Reads what is between the values of a text: blanks, comments and the marks of YAML. What it does not know it
 * refuses, so that nothing is lost on the way.
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

  /** Reads on to a mark and over it; gives its offset. */
  over(mark: string): number {
    while (this.#at < this.text.length) {
      const found = this.#step()
      if (found === mark) return this.#at - 1
      this.#pass(found)
    }
    throw new NotSafe(`no ${mark} was found up to the end of this file`, this.text.length, this.text.length)
  }

  /** Reads over the first line of a folded or literal text, such as `|2-`, with its comment; gives that. */
  overHeader(): string {
    while (!'|>'.includes(this.text[this.#at]!)) this.#pass(this.#step())
    const header = /[|>][0-9+-]*/y
    header.lastIndex = this.#at
    const [found] = header.exec(this.text)!
    this.#at += found.length
    return found
  }

  /** Leaves out a stretch that is a value. */
  skipTo(end: number): void {
    this.#at = Math.max(this.#at, end)
  }

  /** The blanks before an offset on its line; undefined when there is more than blanks. */
  indentOf(offset: number): string | undefined {
    const before = this.text.slice(this.#lineStart(offset), offset)
    return /^[ \t]*$/.test(before) ? before : undefined
  }

  columnOf(offset: number): number {
    return offset - this.#lineStart(offset)
  }

  /** Is there a blank line above the line of an offset? */
  isParted(offset: number): boolean {
    const start = this.#lineStart(offset)
    return start > 0 && this.text.slice(this.#lineStart(start - 1), start).trim() === ''
  }

  #lineStart(offset: number): number {
    return offset === 0 ? 0 : this.text.lastIndexOf('\n', offset - 1) + 1
  }

  /** One mark, or undefined for a blank or a comment. */
  #step(): string | undefined {
    const { text } = this
    const character = text[this.#at]!
    if (character === '#') {
      this.#comment(this.#lineEnd())
    } else if (this.#isMarker()) {
      this.#comment(this.#at + 3)
    } else {
      this.#at++
      return /\s/.test(character) ? undefined : character
    }
    return undefined
  }

  /** A colon and a comma add nothing to what the tree knows. */
  #pass(mark: string | undefined): void {
    if (mark === undefined || mark === ':' || mark === ',') return
    const start = this.#at - 1
    if (mark === '?')
      throw new NotSafe('there is a key with ? before it here', start, start + 1, 'write it as key: value')
    throw new NotSafe(`${mark} was not expected here`, start, start + 1)
  }

  #isMarker(): boolean {
    return this.columnOf(this.#at) === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(this.text.slice(this.#at, this.#at + 4))
  }

  #comment(end: number): void {
    const start = this.#at
    const indent = this.indentOf(start)
    this.report({
      text: this.text.slice(start, end).trimEnd(),
      start,
      isAlone: indent !== undefined,
      before: indent ?? /[ \t]*$/.exec(this.text.slice(this.#lineStart(start), start))![0],
      isParted: indent !== undefined && this.isParted(start),
    })
    this.#at = end
  }

  #lineEnd(): number {
    const end = this.text.indexOf('\n', this.#at)
    return end === -1 ? this.text.length : end
  }
}
