import { expect, test } from 'vitest'
import { withoutEmptyColumns } from '../../src/reports/engine/empty-columns.js'

const paper = (...lines: string[]) => lines.join('\n')

test('a column without an entry is left out, and what is not recorded is said once', () => {
  const table = paper(
    '| Risk | Score | Owner | Due date |',
    '| --- | ---: | --- | --- |',
    '| Demand rises | 12 | not stated | not known |',
    '| Staff leave | not stated | not stated | not recorded |',
    '',
    'Next.',
  )
  expect(withoutEmptyColumns(table)).toBe(
    paper(
      '| Risk | Score |',
      '| --- | ---: |',
      '| Demand rises | 12 |',
      '| Staff leave | not stated |',
      '',
      'Not recorded for any of them: owner, due date.',
      '',
      'Next.',
    ),
  )
})

test('of a single row it is said without “any of them”', () => {
  expect(withoutEmptyColumns(paper('| Body | Chair |', '| --- | --- |', '| Board | not recorded |'))).toBe(
    paper('| Body |', '| --- |', '| Board |', '', 'Not recorded: chair.'),
  )
})

test.each([
  ['one entry is enough', '| A | B |', '| --- | --- |', '| x | not stated |', '| y | £0 |'],
  ['a blank cell is to be filled in by hand', '| Action | Signed |', '| --- | --- |', '| x |  |'],
  ['the first column says what the rows are', '| A | B |', '| --- | --- |', '| not stated | 1 |'],
  ['a dash may mean that nothing applies', '| A | Trend |', '| --- | --- |', '| x | – |'],
  ['none is an answer', '| A | Comment |', '| --- | --- |', '| x | none |'],
  ['a sign in a text ends no cell', '| A | B |', '| --- | --- |', String.raw`| x | not stated \| said later |`],
  ['a picture needs its columns', '<!-- chart: map -->', '', '| L | 1 |', '| --- | --- |', '| 5 | – |'],
  ['a table without rows', '| A | B |', '| --- | --- |'],
  ['a block of code', '```', '| A | B |', '| --- | --- |', '| x | not stated |', '```'],
  ['a line of text that begins with a stroke', '| A | not stated |', 'no table'],
])('left as it is: %s', (_, ...lines) => {
  expect(withoutEmptyColumns(paper(...lines))).toBe(paper(...lines))
})
