/** A value that is to be written. */
export type Written = string | readonly Written[] | { readonly [key: string]: Written }
type WrittenMap = { readonly [key: string]: Written }

/**
 * Writes a record in one of the layouts that the quick reader is made for, as a list of choices makes it: quotes, blocks,
 * lines that go on, lists in brackets, indents, comments and blank lines.
 */
export const writeRandomly = (record: WrittenMap, choices: readonly number[]): string =>
  new PlainLayout(choices).write(record)

class PlainLayout {
  #next = 0
  readonly #lines: string[] = []

  constructor(readonly choices: readonly number[]) {}

  write(record: WrittenMap): string {
    if (this.#chance(10)) this.#lines.push('---')
    this.#map(record, 0, '')
    if (this.#chance(20)) this.#lines.push('# the end')
    if (!this.#chance(5) || this.#lines.some((it) => /[|>]-?$/.test(it))) this.#lines.push('')
    return this.#lines.join(this.#chance(20) ? '\r\n' : '\n')
  }

  #choose(count: number): number {
    return this.choices[this.#next++ % this.choices.length]! % count
  }

  /** True in so many of a hundred cases. */
  #chance(percent: number): boolean {
    return this.#choose(100) < percent
  }

  /** Blank lines and comments before a line, not deeper than it: those would be of a text that is above them. */
  #between(indent: number): void {
    if (this.#chance(10)) this.#lines.push('')
    if (this.#chance(10))
      this.#lines.push(`${' '.repeat(this.#chance(70) ? indent : this.#choose(indent + 1))}# a comment: here`)
  }

  #trailing(): string {
    return this.#chance(12) ? `${' '.repeat(1 + this.#choose(3))}# why` : this.#chance(5) ? '  ' : ''
  }

  /** @param begun what stands on the line of its first key already, such as a dash */
  #map(map: WrittenMap, indent: number, begun: string): void {
    for (const [index, [key, value]] of Object.entries(map).entries()) {
      if (index > 0 || begun === '') this.#between(indent)
      const lead = index === 0 && begun !== '' ? begun : ' '.repeat(indent)
      this.#value(value, indent, `${lead}${key}:`)
    }
  }

  #value(value: Written, indent: number, lead: string): void {
    if (typeof value === 'string') return this.#scalar(value, indent, lead)
    const inBrackets = isList(value) && value.every((it) => typeof it === 'string' && IN_BRACKETS.test(it))
    if (inBrackets && (value.length === 0 || this.#chance(30)))
      return void this.#lines.push(`${lead} [${value.join(this.#chance(80) ? ', ' : ' ,')}]${this.#trailing()}`)
    this.#lines.push(lead + this.#trailing())
    if (isList(value)) this.#list(value, this.#chance(30) ? indent : indent + 1 + this.#choose(4))
    else this.#map(value as WrittenMap, indent + 1 + this.#choose(4), '')
  }

  #list(list: readonly Written[], indent: number): void {
    for (const item of list) {
      this.#between(indent)
      const dash = `${' '.repeat(indent)}-`
      const spaces = ' '.repeat(this.#chance(80) ? 1 : 1 + this.#choose(4))
      if (typeof item === 'string') this.#scalar(item, indent, dash)
      else this.#map(item as WrittenMap, indent + 1 + spaces.length, dash + spaces)
    }
  }

  /** A text in one of the ways that keep it, as far as it can be kept. */
  #scalar(text: string, indent: number, lead: string): void {
    const below = ' '.repeat(indent + 1 + this.#choose(4))
    const isBlock = text.includes('\n') || this.#chance(10)
    const [head, ...rest] = isBlock ? this.#block(text) : this.#inline(text)
    const lines = rest.map((line) => (line === '' ? '' : below + line))
    const gap = ' '.repeat(this.#chance(90) ? 1 : 1 + this.#choose(4))
    // behind a text of several lines a comment is one, too; below | it would be text
    const trailing = isBlock || lines.length > 0 ? '' : this.#trailing()
    this.#lines.push(`${lead}${gap}${head}${trailing}`, ...lines)
  }

  #block(text: string): string[] {
    // what a line break follows is a text, which ids and the like are not
    const keep = text.includes(' ') && this.#chance(50) ? '' : '-'
    const sign = `${this.#chance(50) ? '|' : '>'}${keep}`
    return [sign, ...text.split('\n')]
  }

  #inline(text: string): string[] {
    const inQuotes = [`"${text}"`, `'${text}'`].filter(
      (it) => !it.slice(1, -1).includes(it[0]!) && !text.includes('\\'),
    )
    if (inQuotes.length > 0 && (!PLAIN.test(text) || this.#chance(20)))
      return [inQuotes[this.#choose(inQuotes.length)]!]
    if (!PLAIN.test(text)) return this.#block(text)
    return this.#chance(15)
      ? text.split(' ').flatMap((it, index) => (index > 0 && this.#chance(5) ? ['', it] : [it]))
      : [text]
  }
}

const isList = (value: Written): value is readonly Written[] => Array.isArray(value)

const IN_BRACKETS = /^[A-Za-z0-9][\w./-]*(?: [\w./-]+)*$/
/** A text that needs no quotes, in one line or several. */
const PLAIN = /^(?!(?:true|false|null)$)[\p{L}\d£€$](?:[^:#\n]|:(?! |$)|(?<! )#)*$/u
