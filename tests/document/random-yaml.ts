import * as fc from 'fast-check'

/** A value of a random text; scalars have their lines as YAML writes them. */
type Value =
  | { readonly is: 'scalar'; readonly lines: readonly string[] }
  | { readonly is: 'block'; readonly header: string; readonly lines: readonly string[] }
  | { readonly is: 'absent' }
  | { readonly is: 'map'; readonly entries: readonly (readonly [string, Value])[] }
  | { readonly is: 'list'; readonly items: readonly Value[] }

/** Keys of random maps, in the order in which they belong; keys with x- have no place in it. */
export const ORDER = ['name', 'status', 'value', '"quoted key"', 'partners', 'documents', 'date', 'note', 'größe']
const KEYS = [...ORDER, 'x-own', 'other', "'it''s'"]

const plain = fc
  .constantFrom(
    'a',
    '2019-04-30',
    '8,600,000',
    'R/A',
    'to say: no',
    '60%',
    'it’s',
    '—',
    '漢字 wide',
    'a#b',
    '-1',
    '~',
    'null',
    '',
    'x'.repeat(90),
  )
  .map((it) => it.replace(': ', ' '))
  .filter((it) => it !== '')
const quoted = fc.constantFrom(
  '"a: b # no comment"',
  "'it''s'",
  '"\\"[]{}\\\\"',
  "''",
  '"tab\\tx  "',
  "'  - '",
  '"# no"',
)
const several = fc.constantFrom(
  ['first', 'and more', 'end'],
  ['"first', 'second \\', '', ' third"'],
  ["'one", '', "two'"],
  ['long', '', '', 'text'],
  ['"a \\  ', 'b"'],
)
const scalar = fc
  .oneof(
    plain.map((it) => [it]),
    quoted.map((it) => [it]),
    several,
  )
  .map((lines): Value => ({ is: 'scalar', lines }))
const block = fc
  .tuple(
    fc.constantFrom('|', '>'),
    fc.constantFrom('', '-', '+'),
    fc.boolean(),
    fc.array(
      fc.constantFrom('text', '# no comment', '  deeper', '', '- no item', 'key: no key', 'ends in blanks  ', '\ttab'),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([style, chomp, digit, lines]): Value => {
    const needsDigit = /^\s/.test(lines.find((it) => it !== '') ?? '')
    return { is: 'block', header: style + (digit || needsDigit ? 'N' : '') + chomp, lines }
  })

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: scalar },
    { weight: 1, arbitrary: block },
    { weight: 1, arbitrary: fc.constant<Value>({ is: 'absent' }) },
    { weight: 3, arbitrary: mapOf(tie('value')) },
    {
      weight: 3,
      arbitrary: fc.array(tie('value'), { minLength: 1, maxLength: 4 }).map((items): Value => ({ is: 'list', items })),
    },
  ),
}))

function mapOf(inner: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...KEYS), inner), { selector: ([key]) => key, minLength: 1, maxLength: 5 })
    .map((entries) => ({ is: 'map', entries }))
}

/** A text of keys and values in any layout that YAML allows, with comments wherever they may stand. */
export const randomYaml: fc.Arbitrary<string> = fc
  .tuple(mapOf(value), fc.array(fc.nat(99), { maxLength: 200, size: 'max' }), fc.constantFrom('\n', '\n', '\r\n'))
  .map(([root, choices, newline]) => new RandomLayout(choices).write(root).join('\n').replaceAll('\n', newline))

/** Writes a value in a layout that a list of choices makes. */
class RandomLayout {
  #next = 0
  #comments = 0
  readonly #lines: string[] = []
  /** Below a text that keeps its blank lines another one would be of it; comments must not be as deep as a text. */
  #afterBlock: number | undefined

  constructor(readonly choices: readonly number[]) {}

  write(root: Value): string[] {
    if (this.#chance(8)) this.#lines.push('---')
    const indent = this.#chance(10) ? 2 : 0
    this.#between(indent)
    if (this.#chance(15) && isFlowable(root)) this.#lines.push(this.#flow(root, 2))
    else this.#collection(root, indent, '')
    this.#between(0)
    if (!this.#chance(10)) this.#lines.push('')
    return this.#lines
  }

  #choose(count: number): number {
    return (this.choices[this.#next++] ?? 0) % count
  }

  /** True in so many of a hundred cases. */
  #chance(percent: number): boolean {
    return (this.choices[this.#next++] ?? 99) < percent
  }

  #comment(): string {
    return `#${this.#chance(80) ? ' ' : ''}${this.#chance(10) ? 'Source: ' : ''}note ${++this.#comments}${this.#chance(10) ? ': with "marks" [' : ''}`
  }

  /** Blank lines and comments before a line at an indent. */
  #between(indent: number): void {
    for (let count = 0; count < 3 && this.#chance(20); count++) {
      const blank = this.#chance(30) ? ' '.repeat(this.#choose(4)) : ''
      const deepest = this.#afterBlock ?? Infinity
      this.#lines.push(
        this.#chance(40)
          ? this.#afterBlock === undefined
            ? blank
            : ''
          : ' '.repeat(Math.min(Math.max(0, indent + [0, 0, 0, 2, -2, 1, 4][this.#choose(7)]!), deepest)) +
              this.#comment(),
      )
    }
  }

  #trailing(): string {
    return (this.#chance(15) ? ' '.repeat(1 + this.#choose(4)) + this.#comment() : '') + (this.#chance(10) ? '  ' : '')
  }

  /** @param begun what stands on the first line already, such as a dash */
  #collection(node: Value, indent: number, begun: string): void {
    const parts =
      node.is === 'map' ? node.entries : node.is === 'list' ? node.items.map((it) => [undefined, it] as const) : []
    for (const [index, [key, value]] of parts.entries()) {
      const isBegun = index === 0 && begun !== ''
      if (!isBegun) this.#between(indent)
      const before = isBegun ? begun : ' '.repeat(indent)
      this.#afterBlock = undefined
      if (key === undefined) this.#item(value, indent, `${before}-`)
      else this.#valueBehind(value, indent, `${before}${key}${this.#chance(5) ? ' ' : ''}:`, this.#chance(30))
    }
  }

  #item(value: Value, indent: number, lead: string): void {
    const spaces = 1 + (this.#chance(20) ? this.#choose(3) : 0)
    if ((value.is === 'map' || value.is === 'list') && this.#chance(75))
      return this.#collection(value, indent + 1 + spaces, lead + ' '.repeat(spaces))
    this.#valueBehind(value, indent, lead, false)
  }

  #valueBehind(value: Value, indent: number, lead: string, mayAlign: boolean): void {
    const spaces = ' '.repeat(1 + (this.#chance(15) ? this.#choose(4) : 0))
    if (value.is === 'absent') this.#lines.push(lead + this.#trailing())
    else if (value.is === 'scalar') this.#scalar(value.lines, indent, lead, spaces)
    else if (value.is === 'block') this.#block(value.header, value.lines, indent, lead + spaces)
    else if (this.#chance(25) && isFlowable(value))
      this.#lines.push(lead + spaces + this.#flow(value, indent + 2) + this.#trailing())
    else {
      this.#lines.push(lead + this.#trailing())
      const isList = value.is === 'list'
      this.#collection(value, indent + (isList && mayAlign ? 0 : 1 + this.#choose(4)), '')
    }
  }

  #scalar(lines: readonly string[], indent: number, lead: string, spaces: string): void {
    const deep = ' '.repeat(indent + 1 + this.#choose(5))
    const isBelow = this.#chance(8)
    if (isBelow) this.#lines.push(lead + this.#trailing())
    const [first, ...rest] = lines
    const all = [(isBelow ? deep : lead + spaces) + first!, ...rest.map((line) => (line === '' ? '' : deep + line))]
    all[all.length - 1] += this.#trailing()
    this.#lines.push(...all)
  }

  #block(header: string, lines: readonly string[], indent: number, lead: string): void {
    const step = 1 + this.#choose(4)
    const comment = this.#chance(15) ? ` ${this.#comment()}` : ''
    this.#lines.push(lead + header.replace('N', String(step)) + comment)
    this.#lines.push(...lines.map((line) => (line === '' ? '' : ' '.repeat(indent + step) + line)))
    this.#afterBlock = indent
  }

  #flow(value: Value, indent: number): string {
    if (value.is === 'scalar') return value.lines[0]!
    if (value.is === 'absent' || value.is === 'block') return ''
    const parts =
      value.is === 'map'
        ? value.entries.map(([key, it]) => (it.is === 'absent' ? key : `${key}: ${this.#flow(it, indent)}`))
        : value.items.map((it) => this.#flow(it, indent))
    const [open, close] = value.is === 'map' ? '{}' : '[]'
    const gap = (): string => {
      if (!this.#chance(12)) return ' '.repeat(this.#choose(2))
      const own = this.#chance(30) ? `\n${' '.repeat(indent + this.#choose(3))}${this.#comment()}` : ''
      return `${this.#chance(40) ? ` ${this.#comment()}` : ''}${own}\n${' '.repeat(indent + this.#choose(3))}`
    }
    const inside = parts.map((part, index) => (index === 0 ? part : `,${gap()}${part}`)).join('')
    return `${open}${gap()}${inside}${this.#chance(10) ? ',' : ''}${gap()}${close}`
  }
}

/** Inside brackets a comma ends a plain value (a key without one after it is told as that), and folded or literal text cannot stand. */
function isFlowable(value: Value): boolean {
  if (value.is === 'scalar')
    return value.lines.length === 1 && (/^["']/.test(value.lines[0]!) || !/[,[\]{}]/.test(value.lines[0]!))
  if (value.is === 'map')
    return value.entries.every(([, it], index) => (index === 0 && it.is === 'absent') || isFlowable(it))
  return value.is === 'list' && value.items.every(isFlowable)
}
