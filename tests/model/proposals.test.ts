import { describe, expect, test } from 'vitest'
import { moneyTrouble } from '../../src/model/field-trouble.js'
import { proposeValue } from '../../src/model/money.js'
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
