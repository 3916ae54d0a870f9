import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spliced, type TreeEdit, type Written } from '../../src/document/edit.js'
import { contentOf, editedContent, isSameContent } from '../../src/document/edited-value.js'
import { editSplices } from '../../src/document/edit-splices.js'
import type { MapNode, Node, Path } from '../../src/document/node.js'
import { parseYaml } from '../../src/document/parse.js'

const ORDER = ['name', 'aliases', 'status', 'value', 'partners', 'documents', 'reviews', 'headlines', 'sources']

/** A text after one edit, keys in the order of a small catalogue. */
function afterEdit(text: string, edit: TreeEdit): string {
  const root = rootOf(text)
  const editable = {
    stretch: { text, start: 0, end: text.length },
    root,
    keysAt: (path: Path) => (path.length === 0 ? ORDER : undefined),
    isQuoted: (path: Path, it: string) => path.at(-1) === 'code' && /^\d+$/.test(it),
  }
  return spliced(text, editSplices(editable, edit))
}

function rootOf(text: string): MapNode {
  const read = parseYaml(text)
  if (!('root' in read) || read.root?.kind !== 'map') throw new Error(`not read: ${text}`)
  return read.root
}

const set = (path: Path, value: Written): TreeEdit => ({ op: 'set', path, value })
const insert = (path: Path, value: Written): TreeEdit => ({ op: 'insert', path, value })
const remove = (path: Path): TreeEdit => ({ op: 'remove', path })

const cases: [name: string, before: string, edit: TreeEdit, after: string][] = [
  [
    'a value keeps the comment behind it',
    'name: A   # as agreed\nstatus: active\n',
    set(['name'], 'B'),
    'name: B   # as agreed\nstatus: active\n',
  ],
  [
    'quotes stay what they are',
    `name: 'it''s'\nstatus: "x"\n`,
    set(['name'], "we're"),
    `name: 'we''re'\nstatus: "x"\n`,
  ],
  ['text that YAML would misread gets quotes', 'name: A\n', set(['name'], 'A: B # c'), 'name: "A: B # c"\n'],
  ['a code of digits gets quotes', 'code: a\n', set(['code'], '00123'), 'code: "00123"\n'],
  [
    'a new key stands where the catalogue has it',
    '# head\nname: A\n\n# about documents\ndocuments: []\n',
    set(['status'], 'active'),
    '# head\nname: A\nstatus: active\n\n# about documents\ndocuments: []\n',
  ],
  [
    'a new first key stands below the head of the file',
    '# Source: paper.\n\nstatus: active\n',
    set(['name'], 'A'),
    '# Source: paper.\n\nname: A\nstatus: active\n',
  ],
  [
    'a new key follows all lines of the one before',
    'value:\n  amount: 1m\n  # not audited\nsources:\n  - S\n',
    set(['documents'], [{ type: 'dpia' }]),
    'value:\n  amount: 1m\n  # not audited\ndocuments:\n  - type: dpia\nsources:\n  - S\n',
  ],
  [
    'a key inside a map that is not there makes the map',
    'name: A\n',
    set(['value', 'amount'], '2m'),
    'name: A\nvalue:\n  amount: 2m\n',
  ],
  [
    'a key without a value gets one',
    'name: A\nvalue:   # ask\n',
    set(['value', 'amount'], '2m'),
    'name: A\nvalue:   # ask\n  amount: 2m\n',
  ],
  [
    'a text without its last line ending stays without',
    'name: A',
    set(['status'], 'active'),
    'name: A\nstatus: active',
  ],
  [
    'Windows line endings',
    'name: A\r\nstatus: x\r\n',
    set(['value', 'amount'], '2m'),
    'name: A\r\nstatus: x\r\nvalue:\r\n  amount: 2m\r\n',
  ],
  [
    'a folded text stays folded',
    'name: >-\n    one\n    two\nstatus: x\n',
    set(['name'], 'three\n\nfour'),
    'name: >-\n    three\n\n    four\nstatus: x\n',
  ],
  [
    'a literal text keeps its header',
    'name: |   # words\n  one\nstatus: x\n',
    set(['name'], 'two\nthree'),
    'name: |   # words\n  two\n  three\nstatus: x\n',
  ],
  [
    'a text of several lines becomes a block',
    'name: A\n',
    set(['status'], 'one\ntwo'),
    'name: A\nstatus: |-\n  one\n  two\n',
  ],
  [
    'a new item looks like its neighbours',
    'documents:\n-   type: a\n    signed: 2019\nsources: []\n',
    insert(['documents', 1], { type: 'b', signed: '2020' }),
    'documents:\n-   type: a\n    signed: 2019\n-   type: b\n    signed: 2020\nsources: []\n',
  ],
  [
    'a new item in front of the first',
    'reviews:\n  # the last one\n  - date: 2019\n  - date: 2018\n',
    insert(['reviews', 0], { date: '2020' }),
    'reviews:\n  - date: 2020\n  # the last one\n  - date: 2019\n  - date: 2018\n',
  ],
  [
    'items with a blank line between them',
    'reviews:\n  - date: 2018\n\n  - date: 2019\n\nsources: []\n',
    insert(['reviews', 2], { date: '2020' }),
    'reviews:\n  - date: 2018\n\n  - date: 2019\n\n  - date: 2020\n\nsources: []\n',
  ],
  [
    'a list that is not there',
    'name: A\nsources: [S]\n',
    insert(['reviews', 0], { date: '2020' }),
    'name: A\nreviews:\n  - date: 2020\nsources: [S]\n',
  ],
  [
    'an empty list',
    'reviews: []   # none yet\nname: A\n',
    insert(['reviews', 0], { date: '2020' }),
    'reviews:   # none yet\n  - date: 2020\nname: A\n',
  ],
  ['a list in brackets', 'aliases: [a, b]\n', insert(['aliases', 2], 'c, d'), 'aliases: [a, b, "c, d"]\n'],
  ['a list in brackets, in front', 'aliases: [a, b]\n', insert(['aliases', 0], 'c'), 'aliases: [c, a, b]\n'],
  [
    'a list in brackets over several lines',
    'aliases: [\n  a,\n  b, # last\n  ]\n',
    insert(['aliases', 2], 'c'),
    'aliases: [\n  a,\n  b, # last\n  c,\n  ]\n',
  ],
  ['a map in braces', 'value: {amount: 1m}\n', set(['value', 'per'], 'year'), 'value: {amount: 1m, per: year}\n'],
  [
    'a key and its comment are taken out',
    'name: A\n# to be checked\nstatus: x # really\nsources: []\n',
    remove(['status']),
    'name: A\nsources: []\n',
  ],
  [
    'the last item takes its list along',
    'name: A\nreviews:\n  - date: 2019\nsources: []\n',
    remove(['reviews', 0]),
    'name: A\nsources: []\n',
  ],
  [
    'the first key behind a dash',
    'reviews:\n  - date: 2019\n    by: B\n',
    remove(['reviews', 0, 'date']),
    'reviews:\n  - by: B\n',
  ],
  ['an item of a list in brackets', 'aliases: [a, b, c]\n', remove(['aliases', 1]), 'aliases: [a, c]\n'],
  ['a misspelt key', 'naem: A # x\n', { op: 'rename-key', path: ['naem'], key: 'name' }, 'name: A # x\n'],
  ['quotes around what stands there', 'code: 00123 # x\n', { op: 'quote', path: ['code'] }, 'code: "00123" # x\n'],
  [
    'a text where keys belong',
    'value: up to £2m\nsources: []\n',
    set(['value'], { amount: '2m', basis: 'up-to' }),
    'value:\n  amount: 2m\n  basis: up-to\nsources: []\n',
  ],
  [
    'a block that keeps its blank lines',
    'name: |+\n  one\n\n\nsources: []\n',
    set(['status'], 'x'),
    'name: |+\n  one\n\n\nstatus: x\nsources: []\n',
  ],
]

describe('an edit changes one place', () => {
  test.each(cases)('%s', (_, before, edit, after) => {
    expect(afterEdit(before, edit)).toBe(after)
    expect(isSameContent(contentOf(rootOf(after)), editedContent(contentOf(rootOf(before)), edit))).toBe(true)
  })
})

/** Words that a file may hold, some of them hard for YAML. */
const word = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/),
  fc.constantFrom(
    'A: b',
    '# no',
    '- x',
    "it's",
    '"q"',
    '2019-04-30',
    '00123',
    'a, b',
    '[x]',
    '{y}',
    '£2m',
    'é—ü',
    '*',
    '& co',
    '!t',
    'yes',
    '~',
    'null',
    'a #b',
    'C:',
    '?',
    '%',
    '@x',
    '`',
    '|',
    '>',
    '...',
    '---',
    '😀',
    'x\ty',
  ),
)
const prose = fc.array(word, { minLength: 1, maxLength: 25 }).map((it) => it.join(' '))
const text = fc.oneof(
  word,
  word,
  prose,
  fc.tuple(prose, prose).map((it) => it.join('\n\n')),
  fc.tuple(word, prose).map((it) => it.join('\n')),
)
const key = fc.constantFrom('name', 'status', 'value', 'a', 'b', 'x-own', 'two words', 'code')
const { tree } = fc.letrec<{ tree: Written }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 3 }),
  ),
}))
const top = fc.dictionary(fc.constantFrom(...ORDER, 'code'), tree, { minKeys: 1 })

/** How a text is laid out: choices are drawn one after the other. */
interface Style {
  readonly next: (choices: number) => number
}
const style = fc.array(fc.nat(), { minLength: 60, maxLength: 60 }).map((all): Style => {
  let at = 0
  return { next: (choices) => all[at++ % all.length]! % choices }
})

const COMMENTS = ['', '', '', '  # note', ' # a: b', '   # - c']
const comment = ({ next }: Style) => COMMENTS[next(COMMENTS.length)]!
const above = ({ next }: Style, indent: string) =>
  ['', '', '', `${indent}# above\n`, '\n', `\n${indent}# apart\n\n`][next(6)]!
const safeKey = (it: string) => (it === 'two words' ? '"two words"' : it)
const isSimple = (it: string) => /^[a-z0-9£][a-z0-9£-]*$/i.test(it) && !/^(?:null|~)$/.test(it)

function scalarIn(value: string, choose: Style, indent: string): string {
  const plain = value.split('\n\n').every((it) => /^[a-z0-9£][a-z0-9 £-]*$/i.test(it) && !it.startsWith('-'))
  if (plain && value.includes('\n\n') && choose.next(2) === 0)
    return ` >-${comment(choose)}\n${value
      .split(/\n\n/)
      .map((it) => `${indent}  ${it}`)
      .join('\n\n')}\n`
  if (plain && choose.next(3) === 0 && !value.includes('\n'))
    return ` |${['', '-', '+'][choose.next(3)]}\n${indent}  ${value}\n`
  if (isSimple(value) && choose.next(3) > 0) return ` ${value}${comment(choose)}\n`
  if (!/[\n\t]/.test(value) && choose.next(2) === 0) return ` '${value.replaceAll("'", "''")}'${comment(choose)}\n`
  return ` ${JSON.stringify(value)}${comment(choose)}\n`
}

function flowIn(value: Written): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((it) => flowIn(it as Written)).join(', ')}]`
  return `{${Object.entries(value)
    .map(([k, it]) => `${safeKey(k)}: ${flowIn(it as Written)}`)
    .join(', ')}}`
}

/** What follows a colon, or a dash. */
function valueIn(value: Written, choose: Style, indent: string): string {
  if (typeof value === 'string') return scalarIn(value, choose, indent)
  const isEmpty = Object.keys(value).length === 0
  if (isEmpty || choose.next(5) === 0) return ` ${flowIn(value)}${comment(choose)}\n`
  if (Array.isArray(value)) {
    const at = `${indent}${['', '  ', '    '][choose.next(3)]}`
    return `${comment(choose)}\n${value.map((it) => `${above(choose, at)}${at}-${itemIn(it as Written, choose, at)}`).join('')}`
  }
  return `${comment(choose)}\n${mapIn(value as Record<string, Written>, choose, `${indent}${['  ', '    '][choose.next(2)]}`)}`
}

function itemIn(value: Written, choose: Style, at: string): string {
  const isMap = typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 0
  if (isMap && choose.next(4) > 0) {
    const gap = [' ', '   '][choose.next(2)]!
    return gap + mapIn(value as Record<string, Written>, choose, `${at} ${gap}`, true).trimStart()
  }
  return valueIn(value, choose, `${at}  `)
}

const mapIn = (map: Record<string, Written>, choose: Style, indent: string, isItem = false) =>
  Object.entries(map)
    .map(
      ([k, it], index) =>
        `${isItem && index === 0 ? '' : above(choose, indent)}${indent}${safeKey(k)}:${valueIn(it, choose, indent)}`,
    )
    .join('')

const document = fc
  .tuple(top, style, fc.constantFrom('\n', '\r\n'))
  .map(([map, choose, ending]) => mapIn(map, choose, '').replaceAll('\n', ending))

/** Paths of all values of a tree. */
function pathsIn(node: Node, path: Path = []): { path: Path; node: Node }[] {
  const below =
    node.kind === 'map'
      ? node.entries.flatMap(({ key, value }) => pathsIn(value, [...path, key.text]))
      : node.kind === 'list'
        ? node.items.flatMap((it, index) => pathsIn(it, [...path, index]))
        : []
  return [{ path, node }, ...below]
}

const wish = fc.record({
  op: fc.constantFrom('set', 'add', 'insert', 'remove'),
  value: tree,
  key,
  which: fc.nat(),
  where: fc.nat(),
})

function editOf(
  { op, value, key, which, where }: typeof wish extends fc.Arbitrary<infer T> ? T : never,
  root: MapNode,
): TreeEdit | undefined {
  const all = pathsIn(root)
    .filter(({ node }) => op !== 'insert' || node.kind === 'list')
    .filter(({ node }) => op !== 'add' || (node.kind === 'map' && node.entries.every((it) => it.key.text !== key)))
  const chosen = all[which % all.length]
  if (chosen === undefined || (chosen.path.length === 0 && op !== 'add')) return undefined
  if (op === 'add') return { op: 'set', path: [...chosen.path, key], value }
  if (op === 'insert' && chosen.node.kind === 'list')
    return { op, path: [...chosen.path, where % (chosen.node.items.length + 1)], value }
  if (op === 'remove') return { op, path: chosen.path }
  return typeof value === 'string' && chosen.node.kind === 'scalar'
    ? { op: 'set', path: chosen.path, value }
    : undefined
}

const commentsOf = (text: string) => [...text.matchAll(/# (?:note|a: b|- c|above|apart)$/gm)].length

describe('any edit of any text', () => {
  test('holds what was there, with the edit; every other byte stays', () => {
    let carriedOut = 0
    fc.assert(
      fc.property(document, wish, (text, wished) => {
        const edit = editOf(wished, rootOf(text))
        const after = edit && tried(text, edit)
        if (edit === undefined || after === undefined) return
        carriedOut++
        expect(troubles(text, edit, after, wished.op), `${JSON.stringify(edit)}\n--\n${text}\n--\n${after}`).toEqual([])
      }),
      { numRuns: RUNS },
    )
    expect(carriedOut).toBeGreaterThan(RUNS / 3)
  })
})

const RUNS = Number(process.env['RUNS'] ?? 700)

/** Undefined where the edit was refused for a reason that there may be. */
function tried(text: string, edit: TreeEdit): string | undefined {
  try {
    return afterEdit(text, edit)
  } catch (error) {
    if (/line of its own|comment stands inside|nothing would be left/.test((error as Error).message)) return undefined
    throw error
  }
}

function troubles(text: string, edit: TreeEdit, after: string, op: string): string[] {
  const root = rootOf(text)
  const read = parseYaml(after)
  const isRight = 'root' in read && isSameContent(contentOf(read.root!), editedContent(contentOf(root), edit))
  const isAdded = op === 'insert' || op === 'add'
  return [
    ...(isRight ? [] : ['another value']),
    ...(op === 'remove' || commentsOf(after) >= commentsOf(text) ? [] : ['a comment is lost']),
    ...(!isAdded || holdsInOrder(after, text.replace(/ (?:\[\]|\{\})/g, '')) ? [] : ['other bytes changed']),
    ...(op !== 'set' || after.startsWith(text.slice(0, startOfValue(root, edit.path)))
      ? []
      : ['what stood before it changed']),
  ]
}

/** Does a text hold all characters of another one, in their order? */
function holdsInOrder(text: string, part: string): boolean {
  const wanted = [...part]
  let at = 0
  for (const character of text) if (character === wanted[at]) at++
  return at >= wanted.length
}

/** Where the value at a path begins, with the header of a block before it. */
function startOfValue(root: MapNode, path: Path): number {
  const { node } = pathsIn(root).find((it) => it.path.join('\n') === path.join('\n'))!
  const before = pathsIn(root).flatMap(({ node: it }) => (it.kind === 'scalar' && it.end <= node.start ? [it.end] : []))
  return Math.max(0, ...before)
}
