import { currenciesOf } from '../../src/model/currency.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneyError } from '../../src/model/field-errors.js'
import { currencyOf, parseMoney, proposeValue } from '../../src/model/money.js'
import { problemsOf } from './problems-of.js'

describe('money in words', () => {
  test.each([
    ['up to £2m', 'amount: £2m, basis: up-to'],
    ['under £50k', 'amount: £50k, basis: up-to'],
    ['less than 1.5 million', 'amount: 1.5m, basis: up-to'],
    ['no more than 20k', 'amount: 20k, basis: up-to'],
    ['not less than 20k', 'amount: 20k, basis: at-least'],
    ['nearly £34m', 'amount: £34m, basis: just-under'],
    ['just under £34m', 'amount: £34m, basis: just-under'],
    ['over £3m', 'amount: £3m, basis: at-least'],
    ['£5m+', 'amount: £5m, basis: at-least'],
    ['£5m +/- 10', undefined],
    ['c. £8.6m a year', 'amount: £8.6m, basis: approximate, per: year'],
    ['£20k p.a.', 'amount: £20k, per: year'],
    ['£20k pa', 'amount: £20k, per: year'],
    ['£3m over 3 years', 'amount: £3m, per: total'],
    ['£3m over three years', 'amount: £3m, per: total'],
    ['over £3m over 3 years', 'amount: £3m, basis: at-least, per: total'],
    ['3-year contract, £3m', 'amount: £3m, per: total'],
    ['£3m a year for 3 years', 'amount: £3m, per: year'],
    ['£3m in 2019-20', 'amount: £3m'],
    ['about 2000', 'amount: 2000, basis: approximate'],
    ['£1m and later £2m', undefined],
    ['-£20k', undefined],
    ['1e6', undefined],
    ['£2m or so much', 'amount: £2m'],
    ['8.6mm', 'amount: 8.6m'],
    ['8.6 mio', 'amount: 8.6m'],
    ['8.6 Mio €', 'amount: €8.6m'],
    ['8.6 mn a year', 'amount: 8.6m, per: year'],
    ['8.6 millions', 'amount: 8.6m'],
    ['GBP8.6m', 'amount: £8.6m'],
    ['£1m, one-off', 'amount: £1m, per: once'],
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
    ['£20-25k', '£25k', '£20k'],
    ['£20k–£25k', '£25k', '£20k'],
    ['£40-50 million', '£50m', '£40m'],
    ['between 1m and 2m', '2m', '1m'],
    ['between £500k and £1m', '£1m', '£500k'],
    ['20k to 25k', '25k', '20k'],
    ['from $1m to $2m', '$2m', '$1m'],
    ['£2000-2500', '£2500', '£2000'],
    ['75k to 90k', '90k', '75k'],
    ['£75k–£90k', '£90k', '£75k'],
    ['EUR 1m - 2m', '€2m', '€1m'],
  ])('%s is a range: its two ends say all of it', (text, amount, least) => {
    const fields = { amount, 'at-least': least }
    expect(proposeValue(text)).toEqual({ kind: 'range', fields })
    expect(moneyError(text)).toMatchObject({
      hint: `write amount: ${amount} and at-least: ${least}, each on a line of its own`,
      correction: { safe: true, fields: { ...fields, stated: text } },
    })
  })

  test.each([
    ['between 2m and 1m', '2m', '1m'],
    ['£20k-25', '£25k', '£20k'],
    ['500-1m', '1m', '500'],
    ['£500 to 1m', '£1m', '£500'],
    ['15,000 - 20,000', '20,000', '15,000'],
    ['£1m or £2m', '£2m', '£1m'],
    ['£1m and £2m', '£2m', '£1m'],
  ])('%s may be one, and keeps its words', (text, amount, least) => {
    expect(moneyError(text)).toMatchObject({
      hint: `write amount: ${amount} and at-least: ${least} and stated: ${text}, each on a line of its own`,
      correction: { safe: false },
    })
  })

  test('c. £1-2m a year keeps how often it is, and that it is about so much', () => {
    expect(moneyError('c. £1-2m a year').hint).toContain(
      'amount: £2m and at-least: £1m and basis: approximate and per: year',
    )
  })

  test.each([
    ['about €2m', 'write amount: €2m and basis: approximate, each on a line of its own'],
    ['$2m or so', 'write amount: $2m and basis: approximate, each on a line of its own'],
    ['NTE $1,250,000', 'write amount: $1,250,000 and basis: up-to, each on a line of its own'],
    ['about USD 2m a year', 'write amount: $2m and basis: approximate and per: year, each on a line of its own'],
    ['up to A$30,000', 'write amount: AUD 30,000 and basis: up-to, each on a line of its own'],
    ['CHF 2m or more', 'write amount: CHF 2m and basis: at-least, each on a line of its own'],
  ])('%s keeps its currency', (text, hint) => {
    expect(moneyError(text)).toMatchObject({ hint, correction: { safe: true } })
  })

  test.each([
    ['USD 1.5m', 150_000_000, 'USD'],
    ['US$ 30,000', 3_000_000, 'USD'],
    ['A$30,000', 3_000_000, 'AUD'],
    ['30k EUR', 3_000_000, 'EUR'],
    ['30,000 euros', 3_000_000, 'EUR'],
    ['2m euros', 200_000_000, 'EUR'],
    ['8.6m GBP', 860_000_000, 'GBP'],
    ['£8.6m', 860_000_000, 'GBP'],
    ['8.6m', 860_000_000, undefined],
    ['nil', 0, undefined],
    ['Nil', 0, undefined],
  ])('%s is an amount with its currency', (text, pence, currency) => {
    expect([parseMoney(text), currencyOf(text)]).toEqual([pence, currency])
  })

  test.each(['VAT 500', 'NHS 500', 'NTE 500', '£5 EUR', '£', 'EUR', '$5 $6', '5x€', 'EURO5k5'])(
    '%s is no amount',
    (text) => expect([parseMoney(text), currencyOf(text)]).toEqual([undefined, undefined]),
  )

  test('no sum of two currencies is proposed', () => {
    expect(proposeValue('£2m (about €2.3m)')).toBeUndefined()
  })

  // what is behind the sum changes what it is worth, and no field says so
  test.each([
    ['£5605 +VAT', 'write amount: £5605 and stated: £5605 +VAT'],
    ['£5,605 (+VAT)', 'write amount: £5,605 and stated: £5,605 (+VAT)'],
    ['£10,000 + CPI', 'write amount: £10,000 and stated: £10,000 + CPI'],
    ['£10,000 + staff time', 'write amount: £10,000 and stated: £10,000 + staff time'],
    ['£10,000 plus VAT', 'write amount: £10,000 and stated: £10,000 plus VAT'],
    ['VAT + £10k', 'write amount: £10k and stated: VAT + £10k'],
    ['£10k: grant', 'write amount: £10k and stated: "£10k: grant"'],
  ])('%s keeps its words', (text, hint) => {
    expect(moneyError(text)).toMatchObject({
      hint: `${hint}, each on a line of its own`,
      correction: { safe: false, fields: { stated: text } },
    })
  })

  test.each([
    ['£10,000 or more', 'at-least'],
    ['£10,000 or greater', 'at-least'],
    ['£10,000 and above', 'at-least'],
    ['in excess of £10,000', 'at-least'],
    ['£10,000+', 'at-least'],
    ['£10,000 or less', 'up-to'],
    ['no greater than £10,000', 'up-to'],
    ['not to exceed £10,000', 'up-to'],
    ['£10,000 or so', 'approximate'],
  ])('%s: %s', (text, basis) => {
    expect(moneyError(text).correction).toEqual({
      safe: true,
      fields: { amount: '£10,000', basis, stated: text },
    })
  })

  test.each([
    ['£20k a month', 'month'],
    ['£20k pcm', 'month'],
    ['£20k per week', 'week'],
    ['£20k weekly', 'week'],
  ])('%s', (text, per) => {
    expect(moneyError(text).correction).toEqual({ safe: true, fields: { amount: '£20k', per, stated: text } })
  })

  test.each(['TBC', 'tbd', 'unknown', 'n/a', 'N/A', 'not known', 'to be confirmed'])('%s is no amount', (text) => {
    expect(moneyError(text).hint).toBe('remove all of value:, and list value under unknown: with the reason')
  })

  test.each([
    ['1.000.000', '1,000,000'],
    ['£1 000 000', '£1,000,000'],
    ["1'000'000", '1,000,000'],
    ['1.000.000,50 €', '€1,000,000.50'],
    ['8.600', '8,600, or 8.60'],
    ['1.250', '1,250, or 1.25'],
    ['1.234', '1,234'],
    ['8,6 Mio', '8.6m'],
    ['8,60', '8.60'],
  ])('%s is written as elsewhere: it is asked what is meant', (text, amounts) => {
    expect(moneyError(text).hint).toMatch(/^did you mean /)
    expect(moneyError(text).hint).toBe(`did you mean ${amounts}?`)
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
        // the letter of a unit may begin the code of a currency: 1kRW is one won
        if (currenciesOf(`1${unit}${after}`).length > currenciesOf(after).length) return
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

  test('nothing is nil; a sum a patient is told to be reckoned; a pooled fund has a direction', () => {
    expect(moneyError('zero').hint).toBe('write amount: nil')
    expect(moneyError('£20k a quarter').hint).toBe('write how much it is in a year or in all')
    expect(moneyError('£50 per patient').hint).toBe('write how much it is in a year or in all')
    expect(moneyError('pooled').hint).toContain('write direction: pooled')
  })

  test('what a partner pays has no fields beside it', () => {
    expect(moneyError('£20-25k', false).hint).toBe(
      'a range has no single amount: write one, such as £25k, and the words in a note',
    )
  })

  // in quadratic time it would take minutes, and the run would end it
  test('a text that is far too long for a sum gets the general hint', () => {
    const text = `1${' '.repeat(2_000_000)}x`
    expect(moneyError(text).hint).toContain('write 8600000')
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
