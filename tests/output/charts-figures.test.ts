import { expect, test } from 'vitest'
import { amountOf } from '../../src/output/paper/charts/amount.js'
import { stretchOf } from '../../src/output/paper/charts/days.js'
import { shorten, widthOf, wrap } from '../../src/output/paper/charts/letters.js'
import { daysBetween } from '../../src/model/day.js'

test.each([
  ['12', 12, 12, ''],
  ['3 of 11', 3, 3, ''],
  ['1,250', 1250, 1250, ''],
  ['£8.6m', 8_600_000, 8_600_000, 'GBP'],
  ['nearly £34m', 34_000_000, 34_000_000, 'GBP'],
  ['EUR 250k', 250_000, 250_000, 'EUR'],
  ['£250 a year', 250, 250, 'GBP'],
  ['up to £4m', 0, 4_000_000, 'GBP'],
  ['between £1m and £2m', 1_000_000, 2_000_000, 'GBP'],
  ['between about £113.4m and £117.4m', 113_400_000, 117_400_000, 'GBP'],
  ['between about 28% and 30%', 28, 30, '%'],
  ['under 1%', 0, 1, '%'],
])('%s is an amount', (text, low, high, unit) =>
  expect(amountOf(text)).toEqual({ kind: 'interval', low, high, unit, isOpen: false }),
)

test.each(['at least £5m', 'over 99%', '£8.6m (1 of unknown value left out)', '£1m; share not recorded (of £5m)'])(
  'there may be more: %s',
  (text) => expect(amountOf(text)).toMatchObject({ kind: 'interval', isOpen: true }),
)

test.each(['', '–', 'none'])('nothing, without a doubt: %j', (text) => expect(amountOf(text)).toEqual({ kind: 'none' }))

test.each([
  'not known',
  'not stated',
  'share not recorded (of nearly £34m)',
  '?',
  'two',
  '-£3m',
  '1.000.000',
  '3 boards',
  'between £1m and €2m',
  'between £2m and £1m',
  'Elmore and Response',
  `1${'0'.repeat(300)}`,
  ' '.repeat(100_000) + 'x',
])('what is not understood is not known, and never nothing: %j', (text) =>
  expect(amountOf(text)).toEqual({ kind: 'unknown' }),
)

const stretch = (first: string, last: string) => ({
  first: daysBetween('2000-01-01', first),
  last: daysBetween('2000-01-01', last),
})

test.each([
  ['30 April 2019', '2019-04-30', '2019-04-30'],
  ['2019-04-30', '2019-04-30', '2019-04-30'],
  ['by 1 Oct 2019', '2019-10-01', '2019-10-01'],
  ['February 2020', '2020-02-01', '2020-02-29'],
  ['May to June 2019', '2019-05-01', '2019-06-30'],
  ['2018/19', '2018-04-01', '2019-03-31'],
  ['2019', '2019-01-01', '2019-12-31'],
  ['from 1 April 2018 to 31 March 2021', '2018-04-01', '2021-03-31'],
])('%s is from one day to another', (text, first, last) => expect(stretchOf(text)).toEqual(stretch(first, last)))

test.each(['', 'not stated', 'next spring', '31 February 2019', '2019-13-01', 'no. 12345', `${'9'.repeat(300)} 2019`])(
  'no day: %j',
  (text) => expect(stretchOf(text)).toBeUndefined(),
)

test('texts fit their width, and say when they do not', () => {
  const name = 'Oxfordshire Mental Health Partnership'
  expect(shorten(name, 1000, 14)).toBe(name)
  expect(shorten(name, 100, 14)).toMatch(/^Oxf.*…$/)
  expect(widthOf(shorten(name, 100, 14), 14)).toBeLessThanOrEqual(100)
  expect(wrap(name, 120, 14, 4).join(' ')).toBe(name)
  expect(wrap(name, 120, 14, 2)).toHaveLength(2)
  expect(wrap(name, 120, 14, 2)[1]).toMatch(/…$/)
  expect(wrap('', 120, 14, 2)).toEqual([])
  expect(shorten('👩‍👩‍👧 and more of them', 40, 14)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
})
