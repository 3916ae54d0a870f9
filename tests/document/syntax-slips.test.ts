import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Lines } from '../../src/document/node.js'
import { parseYaml } from '../../src/document/parse.js'
import { syntaxErrors } from '../../src/document/syntax-errors.js'

/** What is told of a text, as `line:column what stands there | message | hint`. */
function told(text: string): string[] {
  const read = parseYaml(text)
  if (!('reason' in read)) return []
  const lines = new Lines(text)
  return syntaxErrors(text, read).map(({ start, end, message, hint }) => {
    const { line, column } = lines.position(start)
    return `${line}:${column} ${text.slice(start, end)} | ${message} | ${hint}`
  })
}

const SLIPS: [name: string, text: string, ...told: string[]][] = [
  [
    'a line that is indented one space too far',
    'value:\n  amount: 5m\n   per: year\n  direction: spend\n',
    '3:4 per: year | this line is indented by 3 spaces, its neighbours by 2 spaces | indent it by 2 spaces; if it continues the text above, put all of that text in quotes',
  ],
  [
    'a key of the file that is indented',
    'name: A\n status: active # soon\nkind: contract\n',
    '2:2 status: active | this line is indented by 1 space, its neighbours by none | remove the indent; if it continues the text above, put all of that text in quotes',
  ],
  [
    'a line that is indented one space too little',
    'value:\n   amount:\n     of: 5m\n  per: year\n',
    '4:3 per: year | this line is indented by 2 spaces, its neighbours by 3 spaces | indent it by 3 spaces, as they are',
  ],
  [
    'a key below a dash',
    'partners:\n  - organisation: a\n   share: 5%\n  - organisation: b\n',
    '3:4 share: 5% | this line is indented by 3 spaces, its neighbours by 4 spaces | indent it by 4 spaces, as they are',
  ],
  [
    'a list that is not closed',
    'name: A\nobjectives: [1, [2]\nkind: contract\n',
    '2:13 [ | the bracket [ that is opened here is not closed | write ] where the list ends',
  ],
  [
    'a list that is not closed at the end of a file',
    'objectives: [1',
    '1:13 [ | the bracket [ that is opened here is not closed | write ] where the list ends',
  ],
  [
    'a map that is not closed',
    'value: {amount: 5, per: year\nkind: contract\n',
    '1:8 { | the bracket { that is opened here is not closed | write } where the value ends',
  ],
  [
    'a quote that is not closed',
    'name: A\nsummary: "abc\nkind: contract\nlead: "B"\n',
    '2:10 " | the quote " that is opened here is not closed | write " where the text ends',
  ],
  [
    'a single quote that is not closed, and one that goes on over lines',
    "goals:\n  - 'one\n    and more'\n  - 'two\n  - three\n",
    "4:5 ' | the quote ' that is opened here is not closed | write ' where the text ends",
  ],
  [
    'a quote inside single quotes',
    "summary: 'it's here'\n",
    `1:13 ' | this ' ends the text that began with ', and more follows | inside '…' write '' for a quote, or put the whole text in "…"`,
  ],
  [
    'a quote inside double quotes',
    'summary: "the "big" one"\r\n',
    `1:15 " | this " ends the text that began with ", and more follows | inside "…" write \\" for a quote, or put the whole text in '…'`,
  ],
  ['an @', 'lead: @foo # him\n', '1:7 @foo | a value cannot begin with @ | put it in quotes: "@foo"'],
  [
    'a per cent sign',
    'lead: %bar "x"\n',
    '1:7 %bar "x" | a value cannot begin with % | put it in quotes: "%bar \\"x\\""',
  ],
  [
    'a comparison',
    'summary: > 5 percent\n',
    '1:10 > 5 percent | after > a text begins on the next line, so nothing may follow on this one | put it in quotes: "> 5 percent"',
  ],
  [
    'no space after a colon',
    'name:A\nkind: contract\n',
    '1:1 name: | there is no space after this colon, so it is part of the text | write name: and a space',
  ],
]

describe('a common slip is told once, where it was made', () => {
  test.each(SLIPS)('%s', (_, text, ...expected) => {
    expect(told(text)).toEqual(expected)
  })
})

test('a tab hides no slip that does not follow from it', () => {
  const text = 'name: a: b\nvalue:\n\tamount: 5\n\t per: year\nlead: @x\nobjectives: [1\n'
  expect(told(text).map((it) => it.split(' ')[0])).toEqual(['1:7', '3:1', '4:1', '5:7', '6:13'])
})

test('slips of a file are all told', () => {
  const text = `lead: @x\nsummary: 'it's'\nvalue:\n  amount: 5m\n   per: year\nobjectives: [1\n`
  expect(told(text).map((it) => it.split(' ')[0])).toEqual(['1:7', '2:13', '5:4', '6:13'])
})

test('whatever a text holds, what is told of it stands in it', () => {
  const piece = fc.constantFrom(
    'a: ',
    'b:c',
    '- ',
    '  ',
    ' ',
    '\n',
    '\r\n',
    '"',
    "'",
    '[',
    '}',
    '{',
    '>',
    '@',
    '\t',
    '#',
    'x',
    '*',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.array(piece, { maxLength: 3 }), (pieces, around) => {
      const [before, yaml, after] = [`${around.join('')}\n`, pieces.join(''), '\n---\ntext'] // front matter begins a line
      const [from, to] = [before.length, before.length + yaml.length]
      const text = before + yaml + after
      const read = parseYaml(text, from, to)
      if (!('reason' in read)) return
      const errors = syntaxErrors(text, read, from, to)
      expect(errors).not.toEqual([])
      for (const { start, end, message, hint } of errors) {
        expect(start).toBeGreaterThanOrEqual(from - 1)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(end).toBeGreaterThan(start)
        expect(`${message} ${hint}`).not.toMatch(/undefined|NaN/)
      }
    }),
    { numRuns: 2000 },
  )
})
