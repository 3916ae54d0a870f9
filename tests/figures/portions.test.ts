import { describe, expect, test } from 'vitest'
import type { MoneyFigure } from '../../src/figures/figure.js'
import { percentOf, portionsFigure, shared, together, whole, within } from '../../src/figures/portions.js'
import { formatFigure } from '../../src/figures/format-figure.js'

const value = (low: number, high: number | null = low, approximate = false): MoneyFigure => ({
  figure: 'money',
  atLeast: { pence: low * 100, approximate },
  atMost: high === null ? null : { pence: high * 100, approximate },
  unknown: 0,
  oneOff: 0,
  currency: 'GBP',
  how: '',
  sources: [],
})
const percent = (...args: [Parameters<typeof percentOf>[1], Parameters<typeof percentOf>[2]]) => {
  const figure = percentOf('', ...args)
  return figure === null ? null : formatFigure(figure)
}
const money = (...portions: Parameters<typeof portionsFigure>[1]) =>
  formatFigure(portionsFigure('', portions, { unknown: 0, oneOff: 0 }, 'GBP'))

describe('a part of the whole', () => {
  test.each([
    ['is one number where all is exact', percent([whole(value(30))], [value(70)]), '30%'],
    ['is about so much where a sum is', percent([whole(value(30, 30, true))], [value(70)]), 'about 30%'],
    ['is an interval where the others are', percent([whole(value(30))], [value(60, 70)]), 'between 30% and 34%'],
    ['is about one number where the interval is narrow', percent([whole(value(300))], [value(690, 710)]), 'about 30%'],
    ['is all of one value, whatever that is', percent([whole(value(0, 4))], []), '100%'],
    ['is the share of one value, whatever that is', percent([shared(value(0, 4), 60_000)], []), '60%'],
    ['begins at nothing for up to so much', percent([whole(value(0, 2))], [value(98)]), 'up to 2%'],
    ['has no end where it has none', percent([whole(value(50, null))], [value(50)]), 'at least 50%'],
    ['may vanish where the others have no end', percent([whole(value(50))], [value(50, null)]), 'up to 50%'],
    ['is small, and not nothing', percent([whole(value(1))], [value(999)]), 'under 1%'],
    ['is nearly all, and not all', percent([whole(value(999))], [value(1)]), 'over 99%'],
    ['is nothing of nothing', percent([whole(value(0))], [value(0)]), null],
  ])('%s', (_, said, wanted) => expect(said).toBe(wanted))

  test('takes each value at the end that makes it least or most', () => {
    // least: 10 of 10 + 20 + 40; most: 20 of 20 + 10 + 30, half of the second
    const portions = [whole(value(10, 20)), shared(value(10, 20), 50_000)]
    expect(percentOf('', portions, [value(30, 40)])).toMatchObject({ atLeast: 25_000, atMost: 42_857 })
  })
})

describe('money', () => {
  test('is added up end by end, and what was divided is told without pence', () => {
    expect(money(whole(value(30)), shared(value(0, 4), 12_500))).toBe('between £30 and about £31')
    expect(money(whole(value(30, null)), whole(value(4)))).toBe('at least £34')
  })

  test('within a value is what the part is worth, and never more than the value', () => {
    expect(money(within(value(10), value(4)))).toBe('£4')
    expect(money(within(value(10), value(4, 40)))).toBe('between £4 and £10')
    expect(money(within(value(10), undefined))).toBe('up to £10')
    expect(percent([within(value(10), value(4))], [value(10)])).toBe('20%')
    expect(percent([within(value(10), undefined)], [value(10)])).toBe('up to 50%')
  })

  test('of several portions of one value may overlap', () => {
    const of = value(10)
    expect(money(together([within(of, value(4)), within(of, value(3))]))).toBe('between £4 and £7')
    expect(money(together([within(of, value(4)), within(of, undefined)]))).toBe('between £4 and £10')
  })
})
