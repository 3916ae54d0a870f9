/** Where a text's lines begin; made once a file, by whoever prints places. */
export class Lines {
  readonly #starts: number[] = [0]
  readonly #text: string

  constructor(text: string) {
    this.#text = text
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  /** Line and column of an offset, both from 1; columns count UTF-16 units, as editors and SARIF do. */
  position(offset: number): { line: number; column: number } {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - this.#starts[low]! + 1 }
  }

  /** The text of a line (from 1), without its line ending. */
  line(line: number): string {
    const start = this.#starts[line - 1]
    if (start === undefined) return ''
    return this.#text.slice(start, this.#starts[line] ?? this.#text.length).replace(/\r?\n$/, '')
  }

  get count(): number {
    return this.#starts.length
  }
}
