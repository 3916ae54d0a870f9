import { describe, expect, test } from 'vitest'
import { laidOut } from '../../src/document/layout.js'

const ORDER = ['name', 'status', 'value', 'partners', 'documents']
const orderOf = (path: readonly (string | number)[]) =>
  path.length === 0 ? ORDER : path[0] === 'documents' ? ['type', 'signed', 'note'] : undefined

/** Each case: what it shows, the lines before, the lines after. */
const CASES: [string, string[], string[]][] = [
  ['keys come in their order', ['status: a', 'name: b'], ['name: b', 'status: a']],
  ['a key in its place stays', ['name: b', 'status: a'], ['name: b', 'status: a']],
  [
    'one space after the colon, the comment as far away as it was',
    ['name:   b  # c', 'status :\ta\t # d'],
    ['name: b  # c', 'status: a\t # d'],
  ],
  [
    'a comment above a key travels with it',
    ['# Source', '', 'status: a', '# of the name', '# two lines', 'name: b'],
    ['# Source', '', '# of the name', '# two lines', 'name: b', 'status: a'],
  ],
  [
    'a comment at the end of a line travels with it',
    ['status: a # s', 'name: b # n'],
    ['name: b # n', 'status: a # s'],
  ],
  [
    'a first comment that touches the first key goes with it',
    ['# not signed off yet', '# by the council', 'status: a', 'name: b'],
    ['name: b', '# not signed off yet', '# by the council', 'status: a'],
  ],
  [
    'so does one below a marker ---',
    ['---', '# not signed off yet', 'status: a', '# n', 'name: b'],
    ['---', '# n', 'name: b', '# not signed off yet', 'status: a'],
  ],
  [
    'a blank line below a marker --- stays',
    ['---', '', '# s', 'status: a', 'name: b'],
    ['---', '', 'name: b', '', '# s', 'status: a'],
  ],
  [
    'a first comment that a blank line parts from the first key is about the file',
    ['# not signed off yet', '', 'status: a', 'name: b'],
    ['# not signed off yet', '', 'name: b', 'status: a'],
  ],
  [
    'one that tells a program how to read the file stays on top',
    ['# yaml-language-server: $schema=x', 'status: a', 'name: b'],
    ['# yaml-language-server: $schema=x', 'name: b', 'status: a'],
  ],
  [
    'one that tells where the file comes from is about the file',
    ['# Source: a paper.', 'status: a', 'name: b'],
    ['# Source: a paper.', 'name: b', 'status: a'],
  ],
  [
    'a second one, parted from it, is about the first key',
    ['# Source', '', '# of the status', 'status: a', 'name: b'],
    ['# Source', '', 'name: b', '', '# of the status', 'status: a'],
  ],
  [
    'a comment that comes to stand below the head is kept apart from it',
    ['# Source', 'status: a', '# n', 'name: b'],
    ['# Source', '', '# n', 'name: b', 'status: a'],
  ],
  [
    'a comment that a blank line parts from the key below it belongs to the key above it',
    ['value:', '  x: 1', '# of the value', '', 'status: a', '# of the status', '', '# of the name', 'name: b'],
    ['# of the name', 'name: b', '', 'status: a', '# of the status', '', 'value:', '  x: 1', '# of the value'],
  ],
  [
    'so does one below an item of a list',
    ['partners:', '- a', '# of a', '', '- b', 'name: c', '# of c', '', 'x: 1'],
    ['name: c', '# of c', '', 'x: 1', 'partners:', '  - a', '  # of a', '', '  - b'],
  ],
  [
    'so does one below a text that is deeper than its key',
    ['status: |', '    a', '  # of the status', 'name: b', 'value: |+', '    c', '', '  # of the value'],
    ['name: b', 'status: |', '  a', '# of the status', '', 'value: |+', '  c', '', '# of the value'],
  ],
  [
    'a comment at the end of the file stays there',
    ['status: a', 'name: b', '# end'],
    ['name: b', 'status: a', '# end'],
  ],
  [
    'a comment at the end of a map travels with the map',
    ['value:', '    x: 1', '    # of value', 'name: b'],
    ['name: b', 'value:', '  x: 1', '  # of value'],
  ],
  [
    'a comment indented below a value stays below it',
    ['status: a', '  # more on a', 'name: b'],
    ['name: b', 'status: a', '  # more on a'],
  ],
  ['a comment below an empty key', ['status:', '  # not known', 'name: b'], ['name: b', 'status:', '  # not known']],
  [
    'a comment at the end of a list',
    ['value:', '- a', '  # of a', '- b', '# of name', 'name: b'],
    ['# of name', 'name: b', 'value:', '  - a', '    # of a', '  - b'],
  ],
  [
    'list items stand two below their key',
    ['documents:', '- type: x', '  signed: y', '-   type: z'],
    ['documents:', '  - type: x', '    signed: y', '  - type: z'],
  ],
  [
    'keys of an item are put in order, a comment of the first stays inside the item',
    ['documents:', '  # of the item', '  - signed: y', '', '    # why x', '    # two lines', '    type: x'],
    ['documents:', '  # of the item', '  - # why x', '    # two lines', '    type: x', '    signed: y'],
  ],
  [
    'a comment behind the braces of an item goes above it',
    ['documents:', '  - {signed: y, type: x} # of the item'],
    ['documents:', '  # of the item', '  - type: x', '    signed: y'],
  ],
  [
    'a comment inside a list of a list stays there',
    ['value:', '  -', '    # why a', '', '    - a', '    - b'],
    ['value:', '  - # why a', '    - a', '    - b'],
  ],
  [
    'a comment behind a dash',
    ['documents:', '  - # first', '    type: x'],
    ['documents:', '  - # first', '    type: x'],
  ],
  [
    'a comment behind a key with more below',
    ['partners:   # us included', '    - a'],
    ['partners:   # us included', '  - a'],
  ],
  [
    'a comment between a key and its value',
    ['name: # why', '  # and more', '  b # c'],
    ['# why', '# and more', 'name: b # c'],
  ],
  ['maps in braces are opened', ['value: {amount: 2m, per: year} # c'], ['value: # c', '  amount: 2m', '  per: year']],
  [
    'maps in braces in a list',
    ['documents: [{signed: y, type: x}, {type: z}]'],
    ['documents:', '  - type: x', '    signed: y', '  - type: z'],
  ],
  ['short lists in brackets stay', ['value: [ 4,5 ,', '  6 ]  # c'], ['value: [4, 5, 6]  # c']],
  [
    'long lists in brackets are opened',
    [`value: [${'a'.repeat(40)}, ${'b'.repeat(40)}]`],
    ['value:', `  - ${'a'.repeat(40)}`, `  - ${'b'.repeat(40)}`],
  ],
  [
    'comments in brackets',
    ['value: [ # v', '  a, # of a', '  # above b', '  b', '  # end', '  ]'],
    ['value: # v', '  - a # of a', '  # above b', '  - b', '  # end'],
  ],
  ['empty brackets stay', ['value: { }', 'partners: [ ]'], ['value: {}', 'partners: []']],
  [
    'literal text moves as a whole',
    ['value:', '    x: |2-', '        a', '', '      b   # text', '    y: 1'],
    ['value:', '  x: |2-', '      a', '', '    b   # text', '  y: 1'],
  ],
  [
    'blank lines that a text keeps stay with it',
    ['status: |+', '    a', '', '', 'name: b'],
    ['name: b', 'status: |+', '  a', '', ''],
  ],
  [
    'folded text with a comment on its first line',
    ['status: >-  # c', '      a', '      b', '# n', 'name: b'],
    ['# n', 'name: b', 'status: >-  # c', '  a', '  b'],
  ],
  [
    'plain and quoted text over several lines',
    ['name: a', '      b', '', '      c', 'status: "x \\', '    y"'],
    ['name: a', '  b', '', '  c', 'status: "x \\', '  y"'],
  ],
  ['a value on a line of its own', ['name:', '    b'], ['name: b']],
  ['lists in lists', ['value:', '- - a', '  - b', '-', '  - c'], ['value:', '  - - a', '    - b', '  - - c']],
  ['empty values', ['value:', '-', '- a', 'status:   ', 'name: ~'], ['name: ~', 'status:', 'value:', '  -', '  - a']],
  ['quoted keys are known by what they say', ["'status': a", '"name": "b"'], ['"name": "b"', "'status': a"]],
  [
    'keys of one’s own stay behind the key that they stood behind',
    ['x-top: 0', 'status: a', 'x-of-status: 1', 'name: b', 'x-of-name: 2'],
    ['x-top: 0', 'name: b', 'x-of-name: 2', 'status: a', 'x-of-status: 1'],
  ],
  [
    'one blank line in a row, none at either end, none below a key',
    ['', '', 'name: b  ', '', '', '', 'value:', '', '  x: 1', '', '  y: 2', '', ''],
    ['name: b', '', 'value:', '  x: 1', '', '  y: 2'],
  ],
  ['blank lines between items stay', ['value:', '- a', '', '- b'], ['value:', '  - a', '', '  - b']],
  ['wide characters', ['status: 漢字 😀 # 注', 'name: größe'], ['name: größe', 'status: 漢字 😀 # 注']],
  [
    'a marker --- stays on top',
    ['---', '# Source', 'status: a', 'name: b'],
    ['---', '# Source', 'name: b', 'status: a'],
  ],
  [
    'a marker ... stays at the end',
    ['status: a', '# n', 'name: b', '  # of b', '...', '# after'],
    ['# n', 'name: b', '  # of b', 'status: a', '...', '# after'],
  ],
  [
    'a comment behind a marker ...',
    ['status: |', '  a', 'name: b', '...  # c'],
    ['name: b', 'status: |', '  a', '...', '# c'],
  ],
  ['only comments', ['', '# a', '', '', '  # b  '], ['# a', '', '# b']],
]

describe.each([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
])('%s', (_, newline) => {
  test.each(CASES)('%s', (_name, before, after) => {
    const [from, to] = [before, after].map((lines) => lines.map((line) => line + newline).join(''))
    expect(laidOut(from!, orderOf)).toBe(to)
    expect(laidOut(to!, orderOf)).toBe(to)
  })
})

test('a text without a newline at its end gets one, an empty one none', () => {
  expect(laidOut('name: b', orderOf)).toBe('name: b\n')
  expect(laidOut('', orderOf)).toBe('')
})

test.each([
  ['name: &a b', 'the anchor "&a" is not plain data', 6],
  ['name: !x b', 'the tag "!x" is not plain data', 6],
  ['name: a\nname: b', 'the key "name" is written twice in the same place', 8],
  ['name: a\n---\nname: b', 'a second document begins here', 8],
  ['? name\n: b', 'there is a key with ? before it here', 0],
  ['name: a\rb: c', 'there is a carriage return without a line feed here', 7],
  [': b', 'there is a value without a key here', 2],
  ['just text', 'this is a single value, not keys with values', 0],
  ['null', 'this is a single value, not keys with values', 0],
  ['{}', 'laid out, this would not read as it does now', 0],
])('%j is left as it is', (yaml, message, start) => {
  expect(laidOut(yaml, orderOf)).toMatchObject({ message, start })
})

test.each(['value:\n\tx: 1', 'name: "b', 'name: [a'])('%j, which does not parse, is left as it is', (yaml) => {
  expect(laidOut(yaml, orderOf)).toMatchObject({ message: expect.stringMatching(/^YAML: /) })
})
