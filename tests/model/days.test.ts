import { expect, test } from 'vitest'
import { parseInexactDay } from '../../src/model/day.js'
import { dayError } from '../../src/model/field-errors.js'

const hint = (text: string) => {
  const read = parseInexactDay(text)
  return 'kind' in read ? dayError(text, read).hint : read
}

test.each([
  ['2023-24', 'write 2023/24'],
  ['1999-00', 'write 1999/00'],
  ['2019-2021', 'write 2019/2021'],
  ['FY23/24', 'write 2023/24'],
  ['FY 2023/24', 'write 2023/24'],
  ['FY11/12', 'write 2011/12'],
  ['23/24', 'write 2023/24'],
  ['1/4/24', 'write 2024-04-01 or 2024-01-04'],
  ['31/12/19', 'write 2019-12-31'],
  ['31/12/79', 'write 2079-12-31'],
  ['31/12/80', 'write 1980-12-31'],
  ['24-04-01', 'write 2001-04-24 or 2024-04-01'],
  ['01-Apr-24', 'write 2024-04-01'],
  ['1 April 68', 'write 2068-04-01'],
  ['Apr-24', 'write 2024-04'],
  ['April 23', 'write 2023-04'],
  ['April 2023', 'write 2023-04'],
  ['20240401', 'write 2024-04-01'],
  ['2024/4/1', 'write 2024-04-01'],
])('%s: %s', (text, expected) => {
  expect(hint(text)).toBe(expected)
})

test.each(['20241301', '31-Feb-24', '2024/13/01'])('%s is not a day, and that is said', (text) => {
  expect(parseInexactDay(text)).toMatchObject({ kind: 'no-such-day' })
})

test('a month stays a month, a financial year a financial year', () => {
  expect(hint('2010-11')).toMatchObject({ first: '2010-11-01', last: '2010-11-30' })
  expect(hint('2010/11')).toMatchObject({ first: '2010-04-01', last: '2011-03-31' })
  expect(hint('2019-24')).toContain('look the day up')
})
