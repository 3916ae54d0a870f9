import { describe, expect, test } from 'vitest'
import { readPlainYaml } from '../../src/document/plain-yaml.js'
import { quickRecord } from '../../src/model/quick-record.js'
import { Comparison } from './compare.js'
import { likelyShape } from './written-shape.js'

/* The grammar of the quick reader by examples: what it reads, and what it leaves to the careful one. */

const source = (text: string) => ({
  file: 'alpha.yaml',
  kind: 'partnership' as const,
  bytes: Buffer.from(`name: Alpha\nstatus: active\n${text}`),
})
const dataOf = (text: string) => quickRecord(source(text), undefined)?.data as Record<string, unknown> | undefined

describe('is read quickly, and alike', () => {
  test.each([
    ['a text', 'summary: Beds, wards and a kitchen\n', 'Beds, wards and a kitchen'],
    ['a text with a colon or a hash inside a word', 'summary: http://a.org/b#c\n', 'http://a.org/b#c'],
    ['a comment behind it', 'summary: Beds   # why\n', 'Beds'],
    ['spaces behind it', 'summary: Beds   \n', 'Beds'],
    ['spaces before it', 'summary:     Beds\n', 'Beds'],
    ['no line break at the end of the file', 'summary: Beds', 'Beds'],
    ['spaces on a last line without a line break', 'summary: Beds\n  ', 'Beds'],
    ['quotes', "summary: 'a: b # c'\n", 'a: b # c'],
    ['quotes at the end of the file', 'summary: "Beds"', 'Beds'],
    ['null in quotes', 'summary: "null"\n', 'null'],
    ['a comment with a number in it', 'summary: Beds # in 12 wards\n', 'Beds'],
    ['double quotes', 'summary: "it\'s here" # why\n', "it's here"],
    ['lines that go on', 'summary: Beds\n  and\n    wards\n', 'Beds and wards'],
    ['lines that go on by one space, with a hash in a word', 'summary: C#1\n and wards\n', 'C#1 and wards'],
    ['spaces behind |', 'summary: |  \n  Beds\n', 'Beds'],
    ['paragraphs that go on', 'summary: Beds\n\n  and wards\n', 'Beds\n\nand wards'],
    ['lines that go on with a dash or quotes', 'summary: Beds\n  - "a"\n', 'Beds - "a"'],
    ['a literal text', 'summary: |\n  Beds:\n    - # wards\n\n  end\n', 'Beds:\n  - # wards\n\nend'],
    ['a folded text', 'summary: >-\n  Beds\n  and\n\n  wards\n', 'Beds and\n\nwards'],
    ['a literal text below which a comment is', 'summary: |\n  Beds\n# comment\n', 'Beds'],
    ['letters with marks, in one form', 'summary: cafe\u0301\n', 'caf\u00e9'],
    ['line ends of Windows', 'summary: |\r\n  Beds\r\n  wards\r\n', 'Beds\nwards'],
  ])('%s', (_, text, summary) => {
    expect(dataOf(text)?.['summary']).toBe(summary)
  })

  test.each([
    ['a list', 'aliases:\n  - One\n  - "Two" # why\n', ['One', 'Two']],
    ['a list as deep as its key', 'aliases:\n- One\n-   Two\n', ['One', 'Two']],
    ['a list in brackets', 'aliases: [One, the second ,Three] # why\n', ['One', 'the second', 'Three']],
    ['an empty list of texts', 'aliases: [ ]\n', []],
    [
      'comments and blank lines anywhere',
      '\n# one\naliases: # two\n\n      # three\n  - One\n \n# four\n  - Two\n',
      ['One', 'Two'],
    ],
    ['items of several lines', 'aliases:\n  - One\n   more\n  - |-\n    Two\n', ['One more', 'Two']],
  ])('%s', (_, text, aliases) => {
    expect(dataOf(text)?.['aliases']).toEqual(aliases)
  })

  test.each([
    ['maps in lists', 'partners:\n  - organisation: mind\n    share: 60%\n  -   organisation: us\n'],
    [
      'a map of any keys',
      'unknown:\n  value.amount: Not told\n  risks[1]: Not told\n  constructor: Not told\n  xray: a\n  10: b\n  9: c\n',
    ],
    ['a key of 200 characters', `unknown:\n  ${'k'.repeat(200)}: a\n`],
    [
      'days, money, grades',
      'start: 2019-05/2019-06\nvalue:\n  amount: £5m\nassessments:\n  - date: 2018/19\n    outcomes: red-amber\n',
    ],
    ['days in numbers, where they come first', 'start: 1/4/23\n'],
    [
      'days in numbers in lists and groups',
      'reviews:\n  - date: 1/4/23\nstandard:\n  version: "1"\n  agreed: 2/4/23\n',
    ],
    ['a day behind many spaces', 'start: "          1/4/2023"\n'],
    ['a first line ---', ''],
  ])('%s', (_, text) => {
    const written = source(text)
    const bytes = text === '' ? Buffer.concat([Buffer.from('---\n'), written.bytes]) : written.bytes
    const comparison = new Comparison()
    comparison.compare({ ...written, bytes }, 'day-first', 'an example')
    expect(comparison.differences).toBe('')
    expect(comparison.read).toBe(1)
  })
})

describe('is left to the careful reader', () => {
  test.each([
    ['a value that does not fit', 'start: soon\n'],
    ['a day in numbers, where nothing is said of their order', 'start: 1/4/23\n'],
    ['a key that is not known', 'sumary: Beds\n'],
    ['a key of ones own', 'x-own: a\n'],
    ['a key twice', 'summary: a\nsummary: b\n'],
    ['a key without a value', 'summary:\n'],
    ['null', 'summary: ~\n'],
    ['a key in quotes', '"summary": a\n'],
    ['a key with a space before its colon', 'summary : a\n'],
    ['a key without a space behind its colon', 'summary:a\n'],
    ['a key of more than 200 characters', `unknown:\n  ${'k'.repeat(201)}: a\n`],
    ['__proto__ as a key', 'unknown:\n  __proto__: a\n'],
    ['a key of ones own in a map of any keys', 'unknown:\n  x-own: a\n'],
    ['a key twice in a map of any keys', 'unknown:\n  a: b\n  a: c\n'],
    ['a dash without a space', 'aliases:\n  -a\n'],
    ['a list less deep than its key', 'value:\n  amount:\n- a\n'],
    ['a text below | that is not deeper than its key', 'value:\n  note: |\n  a\n'],
    ['a text on the line below its key', 'summary:\n  Beds\n'],
    ['a colon and a space in a text', 'summary: Beds: wards\n'],
    ['a colon at the end', 'summary: Beds:\n'],
    ['a number behind a hash', 'summary: Ward #1\n'],
    ['a number that begins with 0 behind it', 'summary: Ward #0\n'],
    ['a number that begins with 9 behind it', 'summary: Ward #9\n'],
    ['a comment between lines that go on', 'summary: Beds # why\n  and wards\n'],
    ['curly quotes around a text', 'summary: “Beds”\n'],
    ['low curly quotes', 'summary: „Beds“\n'],
    ['single curly quotes', 'summary: ‘Beds’\n'],
    ['Null', 'summary: Null\n'],
    ['NULL', 'summary: NULL\n'],
    ['nothing, at the end of the file', 'summary: '],
    ['a colon at the end of the file', 'summary: Beds:'],
    ['an escape', 'summary: "Beds\\n"\n'],
    ['a quote in quotes', "summary: 'it''s'\n"],
    ['quotes over several lines', 'summary: "Beds\n  and wards"\n'],
    ['text behind quotes', 'summary: "Beds" and wards\n'],
    ['a sign of YAML first', 'summary: *beds\n'],
    ['a dash first', 'summary: - Beds\n'],
    ['|+ and |2', 'summary: |+\n  Beds\n'],
    ['|2', 'summary: |2\n  Beds\n'],
    ['a comment behind |', 'summary: | # why\n  Beds\n'],
    ['a blank line first in a text below |', 'summary: |\n\n  Beds\n'],
    ['a text below | that the file ends without a line break', 'summary: |\n  Beds'],
    ['braces', 'value: {amount: 5m}\n'],
    ['brackets over several lines', 'aliases: [a,\n  b]\n'],
    ['text behind empty brackets', 'aliases: [] a\n'],
    ['a colon in brackets', 'aliases: [a: b]\n'],
    ['a comment in brackets', 'aliases: [a #b]\n'],
    ['quotes in brackets', 'aliases: ["a", b]\n'],
    ['brackets in brackets', 'aliases: [[a]]\n'],
    ['a comma before the closing bracket', 'aliases: [a,]\n'],
    ['an item without a value', 'aliases:\n  -\n  - a\n'],
    ['a list in a list', 'aliases:\n  - - a\n'],
    ['lines that do not line up', 'partners:\n  - organisation: mind\n     share: 60%\n'],
    ['all keys indented', '  summary: a\n'],
    ['an anchor', 'summary: &a Beds\n'],
    ['a tag', 'summary: !!str Beds\n'],
    ['a merge', 'value:\n  <<: a\n'],
    ['a second document', '---\nsummary: a\n'],
    ['... at the end', '...\n'],
    ['a tab', 'summary: Beds\t\n'],
    ['a no-break space', 'summary: Beds\u00A0\n'],
    ['a zero-width space', 'summary: Be\u200Bds\n'],
    ['a character outside the basic plane', 'summary: 😀\n'],
    ['a lone carriage return', 'summary: Beds\rwards\n'],
    ['a line separator', 'summary: Beds\u2028wards\n'],
    ['a control character', 'summary: Beds\u0007\n'],
  ])('%s', (_, text) => {
    expect(dataOf(text)).toBeUndefined()
  })

  test('bytes that are no UTF-8', () => {
    const { bytes, ...rest } = source('summary: ')
    expect(
      quickRecord({ ...rest, bytes: Buffer.concat([bytes, Buffer.from([0xc3, 0x28])]) }, undefined),
    ).toBeUndefined()
  })

  test('a record for a later release', () => {
    const bytes = Buffer.from('schema: 99\norganisation: us\n')
    expect(quickRecord({ file: 'register.yaml', kind: 'register', bytes }, undefined)).toBeUndefined()
  })
})

/* Where a text begins and ends, and conditions, of which a partnership has none. */
describe('of a policy', () => {
  const nested = (depth: number) =>
    Array.from({ length: depth }, (_, index) => `${' '.repeat(index + 6)}not:\n`).join('')
  const condition = (depth: number) =>
    `documents:\n  a:\n    title: A\n    held-by: partnership\n    when:\n${nested(depth)}${' '.repeat(depth + 6)}kind: grant\n`
  test.each([
    ['a condition', condition(14), true],
    ['a condition deeper than any', condition(30), false],
    ['a condition deeper than the careful reader goes', condition(70), false],
    ['a condition that is a text', 'documents:\n  a:\n    title: A\n    held-by: partnership\n    when: soon\n', false],
    ['a first line ---', '---\ntitle: A\n', true],
    ['a key that begins with ---', '---title: A\n', false],
    ['a text behind ---', '--- title\n', false],
    ['no text', '', false],
    ['comments only', '# title: A\n\n', false],
  ])('%s', (_, text, isRead) => {
    const comparison = new Comparison()
    comparison.compare({ file: 'policy.yaml', kind: 'policy', bytes: Buffer.from(text) }, undefined, 'an example')
    expect(comparison.differences).toBe('')
    expect(comparison.read).toBe(isRead ? 1 : 0)
  })
})

/* `decode` replaces some of them before, so these are read without it. */
test('every character that may be taken for another one, or cannot be seen, is left to the careful reader', () => {
  const shape = likelyShape('summary: a\n')
  const isRead = (code: number) => readPlainYaml(`summary: a${String.fromCharCode(code)}b\n`, shape) !== undefined
  const left = UNUSUAL.flatMap(([first, last]) => [first, Math.floor((first + last) / 2), last])
  expect(left.filter(isRead)).toEqual([])
  expect([0x20, 0x7e, 0xa1, 0x2003, 0x2010, 0x2027, 0x20ac, 0x6f22].filter((it) => !isRead(it))).toEqual([])
})
const UNUSUAL: readonly (readonly [number, number])[] = [
  [0x00, 0x09],
  [0x0b, 0x1f],
  [0x7f, 0xa0],
  [0x85, 0x85],
  [0x61c, 0x61c],
  [0x2007, 0x2007],
  [0x200b, 0x200f],
  [0x2028, 0x202f],
  [0x202a, 0x202e],
  [0x205f, 0x206f],
  [0x2060, 0x2069],
  [0x3000, 0x3000],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xff1a, 0xff1a],
  [0xfff0, 0xffff],
]

// both were read wrongly by the first quick reader
describe('is not read otherwise', () => {
  test.each([
    ['a no-break space at the end of a value', 'summary: Beds\u00A0\naliases: [a\u00A0]\n'],
    ['a wide space at the end of a value', 'summary: Beds\u2003\naliases:\n  - a\u2003\n'],
    ['a wide space behind a grade', 'assessments:\n  - date: 2018/19\n    outcomes: red\u2003\n'],
    ['a blank line with more spaces than the text has', 'summary: |\n  Beds\n     \n  wards\n'],
    ['such a line at the end of it', 'summary: |\n  Beds\n     \nscope: a\n'],
  ])('%s', (_, text) => {
    const comparison = new Comparison()
    comparison.compare(source(text), undefined, 'an example')
    expect(comparison.differences).toBe('')
  })
})

describe('what its kind decides', () => {
  const compared = (kind: 'register' | 'policy', file: string, text: string) => {
    const comparison = new Comparison()
    comparison.compare({ file, kind, bytes: Buffer.from(text) }, 'day-first', 'an example')
    expect(comparison.differences).toBe('')
    return comparison.read
  }

  test('register.yaml says itself how its days are read, whatever is handed', () => {
    const text = 'schema: 1\norganisation: us\nstandards:\n  - version: "1"\n    approved: 1/4/23\n'
    expect(compared('register', 'register.yaml', text)).toBe(0)
    expect(compared('register', 'register.yaml', text.replace('1/4/23', '2023-04-01'))).toBe(1)
  })

  test('a condition has its letters in one form, and is checked as a whole', () => {
    const text =
      'floors:\n  a:\n    tier: major\n    when:\n      any:\n        - directorate: cafe\u0301\n        - kind: contract\n'
    expect(compared('policy', 'policy.yaml', text)).toBe(1)
    expect(compared('policy', 'policy.yaml', text.replace('kind:', 'kindd:'))).toBe(0)
  })

  test('a register of a later schema is left to the careful reader', () => {
    expect(
      quickRecord(
        { file: 'register.yaml', kind: 'register', bytes: Buffer.from('schema: 2\norganisation: us\n') },
        undefined,
      ),
    ).toBeUndefined()
  })
})
