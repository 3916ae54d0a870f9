import type { Random } from '../../bench/generate/random.js'
import { KEYS, ODD_LETTERS, ODD_SPACES, SIGNS, VALUES } from './pieces.js'

/*
 * Changes of a text, drawn by a seed: lines and values that somebody may have written otherwise, most of which leave a
 * record that the quick reader reads, and single characters, most of which do not.
 */

/** The text after some changes, as bytes of which a few are no text at all. */
export function mutated(random: Random, text: string): Buffer {
  let changed = random.chance(0.8) ? shortened(random, text) : text
  for (let count = random.whole(0, 3); count > 0; count--) changed = random.weighted(MUTATIONS)(random, changed)
  if (random.chance(0.1)) changed = random.pick(OF_ALL_LINES)(random, changed)
  const bytes = Buffer.from(changed)
  return random.chance(0.02) ? withOddBytes(random, bytes) : bytes
}

type Mutation = (random: Random, text: string) => string

/** Some of its values, in another order at times, so that a case is quick and its changes meet. */
function shortened(random: Random, text: string): string {
  const [open, yaml, rest] = /^(---\n)([^]*?)(\n---\n[^]*)$/.exec(text)?.slice(1) ?? ['', text, '']
  const parts = yaml!.split(/\n(?=[A-Za-z"'-])/)
  const needed = parts.filter((it) => /^(?:name|status|kind|schema|organisation|as-of):/.test(it))
  const others = parts.filter((it) => !needed.includes(it))
  const kept = random.some(others, random.whole(0, 3)).map((it) => beheaded(random, it))
  const all = [...(random.chance(0.97) ? needed : []), ...kept]
  return `${open}${(random.chance(0.3) ? random.shuffled(all) : all).join('\n')}${rest || '\n'}`
}

/** A list without some of its items. */
function beheaded(random: Random, part: string): string {
  const [head, ...items] = part.split(/\n(?= {2}- )/)
  return [head, ...(items.length > 2 ? random.some(items, 2) : items)].join('\n')
}

const MUTATIONS: [Mutation, number][] = [
  [anotherValue, 6],
  [withField, 6],
  [spelt, 5],
  [anotherKey, 1],
  [withLine, 4],
  [reindented, 2],
  [twiceOrGone, 2],
  [withPiece, 3],
  [withOddSpace, 2],
  [withOddLetter, 1],
  [atAnEnd, 1],
]

const KEY_AND_VALUE = /^( *)((?:- +)*)([\w.[\]/-]+): +(\S.*)$/

/** Changes one line of those that fit; the text as it is where none does. */
function changeLine(random: Random, text: string, form: RegExp, change: (match: RegExpExecArray) => string): string {
  const lines = text.split('\n')
  const fitting = lines.flatMap((line, index) => (form.test(line) ? [index] : []))
  if (fitting.length === 0) return text
  const index = random.pick(fitting)
  lines[index] = change(form.exec(lines[index]!)!)
  return lines.join('\n')
}

/** A value from the list of odd ones, indented as its key wants it, or not quite. */
function anotherValue(random: Random, text: string): string {
  return changeLine(random, text, /^( *)((?:- +)*)([\w.[\]/-]+:|(?<=- +))( *.*)$/, ([, indent, dashes, key]) => {
    const deep =
      indent!.length +
      dashes!.length +
      random.weighted([
        [2, 12],
        [1, 2],
        [4, 2],
        [0, 1],
        [3, 1],
      ])
    const value = random.pick(VALUES).replaceAll('\t', ' '.repeat(Math.max(0, deep)))
    return `${indent}${dashes}${key}${random.chance(0.1) ? '   ' : ' '}${value}`
  })
}

/** One more text, list or map of texts, in which most values of the list of odd ones could stand. */
function withField(random: Random, text: string): string {
  const odd = (indent: number) => random.pick(VALUES).replaceAll('\t', ' '.repeat(indent))
  const field = random.pick([
    () => `${random.pick(TEXT_FIELDS)}: ${odd(2)}`,
    () => `${random.pick(LIST_FIELDS)}: ${odd(2)}`,
    () => `${random.pick(LIST_FIELDS)}:\n  - ${odd(4)}\n  - a`,
    () => `unknown:\n  ${random.pick(KEYS)}: ${odd(4)}\n  ${random.pick(KEYS)}: ${odd(3)}`,
  ])()
  return changeLine(random, text, /^[a-z][\w-]*:.*/, ([line]) => `${field}\n${line}`)
}
const TEXT_FIELDS = ['summary', 'rationale', 'recommendation', 'name']
const LIST_FIELDS = ['aliases', 'sources', 'author']

/** The same value in quotes, in a block or on two lines. */
function spelt(random: Random, text: string): string {
  return changeLine(random, text, KEY_AND_VALUE, ([, indent, dashes, key, value]) => {
    const below = `\n${indent}${' '.repeat(dashes!.length)}${' '.repeat(random.whole(1, 4))}`
    const spelling = random.pick(SPELLINGS)
    return `${indent}${dashes}${key}:${spelling(value!, below, random)}`
  })
}
const SPELLINGS: readonly ((value: string, below: string, random: Random) => string)[] = [
  (value) => ` "${value}"`,
  (value) => ` '${value}'`,
  (value, _, random) => ` "${' '.repeat(random.whole(0, 9))}${value}  "`,
  (value, below) => ` |${below}${value}`,
  (value, below) => ` |-${below}${value}${below}  deeper${below}`,
  (value, below) => ` >${below}${value}${below}${value}`,
  (value, below) => ` >-${below}${value}\n${below}${value}`,
  (value, below) => ` ${value.replaceAll(' ', below)}`,
  (value, below) => ` ${value.replace(' ', `\n${below}`)}`,
  (value) => `      ${value}   `,
  (value) => ` ${value} # comment`,
  (value) => ` [${value}, ${value}]`,
  (value, below) => `${below}${value}`,
  (value, below) => `${below}- ${value}${below}- ${value}`,
  (value, below) => ` # comment${below}- ${value}`,
  (value) => ` “${value}”`,
]

function anotherKey(random: Random, text: string): string {
  return changeLine(random, text, KEY_AND_VALUE, ([, indent, dashes, key, value]) => {
    const line = (name: string) => `${name}:${random.pick([' ', ' ', '  ', ''])}${value}`
    const first = `${indent}${dashes}${line(random.pick(KEYS))}`
    return random.chance(0.5) ? first : `${first}\n${indent}${' '.repeat(dashes!.length)}${line(key!)}`
  })
}

/** A comment, a blank line or a line with something on it, at any depth. */
function withLine(random: Random, text: string): string {
  const lines = text.split('\n')
  const at = random.whole(0, lines.length)
  const usual = /^ */.exec(lines[at] ?? '')![0].length
  const indent = random.chance(0.6) ? usual : random.whole(0, 8)
  lines.splice(at, 0, ' '.repeat(indent) + random.pick(LINES))
  return lines.join('\n')
}
const LINES = [
  '',
  '',
  '# comment',
  '# comment',
  '#1',
  '#',
  '-',
  '- a',
  'a',
  'a: b',
  'note: more',
  '---',
  '...',
  '"a"',
  '|',
  '?',
  ': a',
]

/** A line, and at times those below it, further to the right or left. */
function reindented(random: Random, text: string): string {
  const lines = text.split('\n')
  const at = random.whole(0, lines.length - 1)
  const [end, by] = [random.chance(0.5) ? at + 1 : random.whole(at, lines.length), random.pick([-4, -2, -1, 1, 2, 3])]
  return lines
    .map((line, index) => {
      if (index < at || index >= end) return line
      return by > 0 ? ' '.repeat(by) + line : line.replace(new RegExp(`^ {0,${-by}}`), '')
    })
    .join('\n')
}

/** A line twice, gone, or where another one is. */
function twiceOrGone(random: Random, text: string): string {
  const lines = text.split('\n')
  const [one, other] = [random.whole(0, lines.length - 1), random.whole(0, lines.length - 1)]
  const way = random.whole(0, 2)
  if (way === 0) lines.splice(one, 0, lines[other]!)
  else if (way === 1) lines.splice(one, 1)
  else [lines[one], lines[other]] = [lines[other]!, lines[one]!]
  return lines.join('\n')
}

function withPiece(random: Random, text: string): string {
  const at = random.whole(0, text.length)
  return text.slice(0, at) + random.pick(SIGNS) + text.slice(at + random.whole(0, 3))
}

/** An odd space at the beginning or end of a value, of a key or of the line, or anywhere. */
function withOddSpace(random: Random, text: string): string {
  const space = random.pick(ODD_SPACES)
  const places = [...text.matchAll(random.pick([/$/gm, /(?<=: )/g, /:/g, /^/gm, /(?<=- )/g, /(?= )/g]))]
  const at = random.chance(0.8) && places.length > 0 ? random.pick(places).index : random.whole(0, text.length)
  return text.slice(0, at) + space + text.slice(at)
}

function withOddLetter(random: Random, text: string): string {
  const at = random.whole(0, text.length)
  return text.slice(0, at) + random.pick(ODD_LETTERS) + text.slice(at)
}

/** What may stand before the first line and after the last one. */
function atAnEnd(random: Random, text: string): string {
  return random.chance(0.5)
    ? random.pick(['\uFEFF', '---\n', '--- \n', '# comment\n', '\n', '  \n', '%YAML 1.2\n---\n', '\uFEFF---\n', ' ']) +
        text
    : text.replace(/\n$/, '') +
        random.pick(['', ' ', '   ', '\n\n', '\n  ', '\n...\n', '\n---\n', '\n# comment', '\n--- a\n', '\n\0'])
}

const OF_ALL_LINES: readonly Mutation[] = [
  (_, text) => text.replaceAll('\n', '\r\n'),
  (random, text) => text.replace(/\n/g, () => (random.chance(0.5) ? '\r\n' : '\n')),
  (random, text) => text.replace(/\n/g, () => (random.chance(0.1) ? ' \n' : '\n')),
  (random, text) => text.replace(/\n/g, () => (random.chance(0.1) ? '\n\n' : '\n')),
  (random, text) => text.replace(/\n/g, () => (random.chance(0.1) ? '\n# comment\n' : '\n')),
  (_, text) => text.normalize('NFD'),
  (_, text) => text.replace(/^ +/gm, (spaces) => spaces + spaces),
  (_, text) => text.replace(/^ {2}(?=- )/gm, ''),
  (_, text) => text.replace(/^(?=.*\S)/gm, '  '),
]

/** A byte that is no UTF-8, half of a surrogate pair, or a letter cut in two. */
function withOddBytes(random: Random, bytes: Buffer): Buffer {
  const at = random.whole(0, bytes.length)
  const odd = random.pick([
    [0xff],
    [0xc3],
    [0xed, 0xa0, 0x80],
    [0xf0, 0x9f, 0x98],
    [0x80],
    [0xc0, 0xaf],
    [0xef, 0xbb, 0xbf],
  ])
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(odd), bytes.subarray(at)])
}
