import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneyTrouble } from '../../src/model/field-trouble.js'
import { parseMoney, proposeValue } from '../../src/model/money.js'
import { problemsOf } from './problems-of.js'

describe('money in words', () => {
  test.each([
    ['up to £2m', 'amount: 2m, basis: up-to'],
    ['under £50k', 'amount: 50k, basis: up-to'],
    ['less than 1.5 million', 'amount: 1.5m, basis: up-to'],
    ['no more than 20k', 'amount: 20k, basis: up-to'],
    ['not less than 20k', 'amount: 20k, basis: at-least'],
    ['nearly £34m', 'amount: 34m, basis: just-under'],
    ['just under £34m', 'amount: 34m, basis: just-under'],
    ['over £3m', 'amount: 3m, basis: at-least'],
    ['£5m+', 'amount: 5m, basis: at-least'],
    ['£5m +/- 10', undefined],
    ['c. £8.6m a year', 'amount: 8.6m, basis: approximate, per: year'],
    ['£20k p.a.', 'amount: 20k, per: year'],
    ['£20k pa', 'amount: 20k, per: year'],
    ['£3m over 3 years', 'amount: 3m, per: total'],
    ['£3m over three years', 'amount: 3m, per: total'],
    ['over £3m over 3 years', 'amount: 3m, basis: at-least, per: total'],
    ['3-year contract, £3m', 'amount: 3m, per: total'],
    ['£3m a year for 3 years', 'amount: 3m, per: year'],
    ['£3m in 2019-20', 'amount: 3m'],
    ['about 2000', 'amount: 2000, basis: approximate'],
    ['£1m and later £2m', undefined],
    ['-£20k', undefined],
    ['1e6', undefined],
    ['£2m or so much', 'amount: 2m'],
    ['8.6mm', 'amount: 8.6m'],
    ['8.6 mio', 'amount: 8.6m'],
    ['8.6 Mio €', 'amount: 8.6m'],
    ['8.6 mn a year', 'amount: 8.6m, per: year'],
    ['8.6 millions', 'amount: 8.6m'],
    ['GBP8.6m', 'amount: 8.6m'],
    ['£1m, one-off', 'amount: 1m, per: once'],
    ['10%', undefined],
    ['10 per cent', undefined],
    ['10 percent of income', undefined],
    ['0x10', undefined],
    ['20 grand', undefined],
    ['2 crore', undefined],
    ['12 beds', undefined],
    ['50p', undefined],
    ['2 x £1m', undefined],
    ['two of up to £2m', undefined],
    ['half of £2m', undefined],
    ['£20k (10% of income)', undefined],
    ['(£20k)', undefined],
    ['1900 x 2', undefined],
    ['50 2000', undefined],
    ['5000 in 2019', 'amount: 5000'],
    ['Lot 5', undefined],
    ['Schedule 4', undefined],
    ['up to 500', 'amount: 500, basis: up-to'],
    ['total 5000', 'amount: 5000, per: total'],
    ['1.000.00', undefined],
    ['1,00,0', undefined],
  ])('%s', (text, fields) => {
    const said = proposeValue(text)
    const found =
      said?.kind === 'sum'
        ? Object.entries(said.fields)
            .map(([key, value]) => `${key}: ${value}`)
            .join(', ')
        : undefined
    expect(found).toBe(fields)
  })

  test.each([
    ['£20-25k', '25k'],
    ['approx. £20-25k', '25k'],
    ['£20k–£25k', '25k'],
    ['£40-50 million', '50m'],
    ['between 1m and 2m', '2m'],
    ['between £500k and £1m', '1m'],
    ['between 2m and 1m', '2m'],
    ['20k to 25k', '25k'],
    ['20k-25', '25k'],
    ['15,000 - 20,000', '20,000'],
    ['£2000-2500', '2500'],
  ])('%s is a range: its upper end is proposed, and that it is one is said', (text, amount) => {
    expect(proposeValue(text)).toEqual({ kind: 'range', fields: { amount, basis: 'up-to' } })
    expect(moneyTrouble(text).hint).toBe(
      `a range has no single amount: its upper end counts, and its words go under stated; write amount: ${amount} and basis: up-to, each on a line of its own`,
    )
  })

  test('c. £1-2m a year keeps how often it is', () => {
    expect(proposeValue('c. £1-2m a year')?.kind).toBe('range')
    expect(moneyTrouble('c. £1-2m a year').hint).toContain('amount: 2m and basis: up-to and per: year')
  })

  test.each(['about €2m', '$2m or so', '2m euros'])('%s: the currency is not dropped in silence', (text) => {
    expect(moneyTrouble(text).hint).toContain('; its currency is that of register.yaml')
  })

  test.each(['TBC', 'tbd', 'unknown', 'n/a', 'N/A', 'not known', 'to be confirmed'])('%s is no amount', (text) => {
    expect(moneyTrouble(text).hint).toBe('take all of value: out, and list value under unknown: with the reason')
  })

  test.each([
    ['1.000.000', '1,000,000'],
    ['£1 000 000', '1,000,000'],
    ["1'000'000", '1,000,000'],
    ['1.000.000,50 €', '1,000,000.50'],
    ['8.600', '8,600, or 8.60'],
    ['1.250', '1,250, or 1.25'],
    ['1.234', '1,234'],
    ['8,6 Mio', '8.6m'],
    ['8,60', '8.60'],
  ])('%s is written as elsewhere: it is asked what is meant', (text, amounts) => {
    expect(moneyTrouble(text).hint).toMatch(/^did you mean /)
    expect(moneyTrouble(text).hint!.replace(/; its currency.*/, '')).toBe(`did you mean ${amounts}?`)
  })

  test('three decimals are no pence: 1.000 is a thousand in some places', () => {
    expect(parseMoney('1.000')).toBeUndefined()
    expect(parseMoney('8.600m')).toBe(860_000_000)
  })

  // what each unit makes of a number, reckoned apart from what is tested
  const UNITS = {
    '': 1,
    k: 1e3,
    m: 1e6,
    mm: 1e6,
    mn: 1e6,
    mio: 1e6,
    mln: 1e6,
    ' million': 1e6,
    bn: 1e9,
    ' billion': 1e9,
  }
  const number = fc.oneof(
    fc.integer({ min: 1, max: 999_999 }).map(String),
    fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 9 })).map((it) => it.join('.')),
  )
  const around = fc.oneof(
    fc.constantFrom(
      '',
      'up to ',
      'about £',
      ' a year',
      ' over 3 years',
      '%',
      ' per cent',
      'x',
      '0x',
      '.000',
      ' 000',
      ' to ',
    ),
    fc.constantFrom(
      '(',
      ')',
      '-',
      '+',
      ',',
      '.',
      "'",
      ' grand',
      ' lakh',
      ' beds',
      'th',
      'e3',
      ' of two',
      ' hundred',
      '²',
    ),
    fc.string({ maxLength: 6 }),
    number,
  )

  test('what is proposed is the one number of the text at its own size, or nothing', () => {
    let proposed = 0
    fc.assert(
      fc.property(around, number, fc.constantFrom(...Object.keys(UNITS)), around, (before, digits, unit, after) => {
        const said = proposeValue(`${before}${digits}${unit}${after}`)
        if (said?.kind !== 'sum') return
        proposed += 1
        // a digit that touches the number makes another number of it: that one, as it stands, is what was written
        const glued = /[\d.,]*$/.exec(before)![0] + digits + (unit === '' ? /^[\d.,]*/.exec(after)![0] : '')
        const behind = unit === '' ? after.slice(/^[\d.,]*/.exec(after)![0].length) : after
        const size =
          unit === '' ? (/^\s*(k|mio|mln|mn|mm?|bn)(?!\p{L})/iu.exec(behind)?.[1]?.toLowerCase() ?? '') : unit
        const wanted = Number(glued.replaceAll(',', '').replace(/\.$/, '')) * UNITS[size as keyof typeof UNITS] * 100
        expect(parseMoney(said.fields.amount)! / wanted).toBeCloseTo(1, 9)
      }),
      { numRuns: 3000 },
    )
    expect(proposed).toBeGreaterThan(100)
  })

  test.each(['q', '%', ' qrst', ' grand', 'x2', ' x 2', '.000.000', ' 000 000 000', '²'])(
    'with “%s” behind it no number is proposed',
    (left) => {
      fc.assert(
        fc.property(number, (digits) => {
          const said = proposeValue(`${digits}${left}`)
          expect(said?.kind).toBe(said !== undefined && left.endsWith('000') ? 'question' : undefined)
        }),
      )
    },
  )

  test('nil is an amount; a sum a month is told to be reckoned', () => {
    expect(moneyTrouble('nil').hint).toBe('write amount: 0')
    expect(moneyTrouble('£20k a month').hint).toBe('write what it comes to in a year or in all')
    expect(moneyTrouble('£50 per patient').hint).toBe('write what it comes to in a year or in all')
  })

  test('what a partner pays has no fields beside it', () => {
    expect(moneyTrouble('£20-25k', false).hint).toBe('a range has no single amount: write one, such as 25k')
  })
})

test('a single value of a map of fields is written below the key that takes it', () => {
  expect(problemsOf('data: none')).toEqual([
    ['schema/type', 'data needs keys of its own, not a single value', 'write level: none below data'],
  ])
})

test.each(['…', '...', ' . . ', '"…"'])('dots (%s) are no text', (dots) => {
  expect(problemsOf(`rationale: ${dots}`)).toEqual([
    ['schema/empty', 'there is no text here', 'write it, or take the key out'],
  ])
})

test.each([
  ['0.4', 'write 40% or 0.4%, whichever is meant'],
  ['.125', 'write 12.5% or 0.125%, whichever is meant'],
  ['1', 'write 100% or 1%, whichever is meant'],
  ['40', 'write 40%'],
  ['40 per cent', 'write 40%'],
  ['140', 'write a per cent from 0% to 100%, such as 12.5%'],
  ['most', 'write a per cent from 0% to 100%, such as 12.5%'],
])('a share of %s', (written, hint) => {
  expect(problemsOf(`partners:\n  - organisation: a\n    share: ${written}`)).toEqual([
    ['schema/number', `"${written}" is not a share`, hint],
  ])
})
