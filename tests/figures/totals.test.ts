import { describe, expect, test } from 'vitest'
import { formatFigure } from '../../src/figures/format-figure.js'
import { totalFigure, totalsByDirection } from '../../src/figures/totals.js'
import { yearlyValue } from '../../src/figures/yearly.js'
import { exactly } from '../../src/model/day.js'
import { partnershipSchema, type Partnership } from '../../src/model/partnership.js'
import { annualValue } from '../../src/policy/facts.js'
import { registerOf } from '../policy/sample.js'

const partnership = (value: Record<string, string> | undefined, more: object = {}): Partnership => ({
  ...(partnershipSchema.parse({ name: 'P', status: 'active', ...(value && { value }) }) as Partnership),
  id: 'p',
  file: 'partnerships/p.yaml',
  ...more,
})
const register = registerOf()
const total = (...all: Partnership[]) => formatFigure(totalFigure('summed', all, register))
const FIVE_YEARS = { start: exactly('2020-04-01'), end: exactly('2025-03-31') }

describe('the yearly value of one', () => {
  test.each([
    [{ amount: '5m', per: 'year' }, {}, '£5m'],
    [{ amount: '5m' }, {}, '£5m'],
    [{ amount: '5m', per: 'year', basis: 'approximate' }, {}, 'about £5m'],
    [{ amount: '5m', per: 'year', basis: 'just-under' }, {}, 'nearly £5m'],
    [{ amount: '5m', per: 'year', basis: 'at-least' }, {}, 'at least £5m'],
    [{ amount: '5m', per: 'year', basis: 'up-to' }, {}, 'up to £5m'],
    [{ amount: '5m', per: 'total' }, FIVE_YEARS, '£1m'],
    [{ amount: '5m', per: 'total' }, {}, 'up to £5m'],
  ])('%j %j', (value, more, said) => expect(formatFigure(yearlyValue(register, partnership(value, more))!)).toBe(said))

  test('is not that of a one-off sum, and not known where nothing is stated', () => {
    expect(yearlyValue(register, partnership({ amount: '5m', per: 'once' }, FIVE_YEARS))).toBeUndefined()
    expect(yearlyValue(register, partnership(undefined))).toBeUndefined()
  })

  test('is not known of at least a sum in total, where its years are not known', () => {
    const value = { amount: '5m', per: 'total', basis: 'at-least' }
    expect(yearlyValue(register, partnership(value))).toBeUndefined()
    expect(total(partnership(value))).toBe('not known (1 of unknown value left out)')
    expect(formatFigure(yearlyValue(register, partnership(value, FIVE_YEARS))!)).toBe('at least £1m')
  })

  test('is none where none is stated, also where the kind is without money', () => {
    expect(yearlyValue(register, partnership(undefined, { kind: 'informal' }))).toBeUndefined()
  })
})

describe('totals', () => {
  const nearly = partnership({ amount: '34m', per: 'year', basis: 'just-under' })
  const upTo = partnership({ amount: '2m', per: 'year', basis: 'up-to' })
  const once = partnership({ amount: '1m', per: 'once' })
  const unknown = partnership(undefined)

  test('add end by end', () => {
    expect(total(nearly, partnership({ amount: '66m', per: 'year' }))).toBe('nearly £100m')
    expect(total(nearly, upTo)).toBe('between about £34m and £36m')
    expect(total(nearly, partnership({ amount: '1m', basis: 'at-least' }))).toBe('at least about £35m')
    expect(total(partnership({ amount: '1m', basis: 'approximate' }), upTo)).toBe('between about £1m and about £3m')
  })

  test('say what is left out', () => {
    expect(total(upTo, unknown, once)).toBe('up to £2m (1 of unknown value and 1 one-off sum left out)')
    expect(total(unknown, unknown)).toBe('not known (2 of unknown value left out)')
    expect(total(once)).toBe('none (1 one-off sum left out)')
  })

  test('by direction have no line for those of which no money passes', () => {
    const informal = partnership(undefined, { kind: 'informal' })
    expect(totalsByDirection('summed', [informal], register)).toEqual([])
  })

  test('never mix money in and money out', () => {
    const of = (direction: string) => partnership({ amount: '1m', per: 'year', direction })
    const totals = totalsByDirection('summed', [of('spend'), of('income'), of('income'), unknown], register)
    expect(totals.map((it) => [it.direction, formatFigure(it.total)])).toEqual([
      ['income', '£2m'],
      ['spend', '£1m'],
      ['not stated', 'not known (1 of unknown value left out)'],
    ])
  })
})

test('policy takes a one-off sum over its term, and whole where the term is not known', () => {
  const once = (term: object) => annualValue(register, partnership({ amount: '5m', per: 'once' }, term))
  expect(once(FIVE_YEARS)).toBe(100_000_000)
  expect(once({})).toBe(500_000_000)
  expect(once({ end: 'none' })).toBe(500_000_000)
})
