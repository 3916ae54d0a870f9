import { describe, expect, test } from 'vitest'
import { yearlySum } from '../../src/policy/facts.js'
import { change, harbour, RIVERSIDE } from '../edits/harbour.js'

const withValue = (...lines: string[]) =>
  harbour({
    'partnerships/rrp.yaml': RIVERSIDE.replace(
      /value:\n(?: .*\n)+/,
      `value:\n${lines.map((it) => `  ${it}\n`).join('')}  direction: spend\n`,
    ),
  })

const annual = (...lines: string[]) =>
  change(withValue(...lines), 'list', '--columns', 'annual-value', '--format', 'json').stdout

describe('what a value comes to in a year', () => {
  test.each([
    [['amount: 20k', 'per: month'], 240_000],
    [['amount: 1k', 'per: week'], 52_000],
    [['amount: 240k', 'per: year'], 240_000],
    [['amount: nil', 'per: year'], 0],
  ])('%j', (lines, pence) => {
    expect(annual(...lines)).toContain(String(pence))
  })

  test('a range has two ends in papers, and its upper one decides the tier', () => {
    const root = withValue('amount: 90k', 'at-least: 75k', 'per: year')
    expect(change(root, 'show', 'rrp').stdout).toContain('between £75,000 and £90,000')
    expect(yearlySum({ value: { amount: 9_000_000, 'at-least': 7_500_000, per: 'year' } })).toBe(9_000_000)
  })

  test('a range of a month is twelve times both ends', () => {
    expect(change(withValue('amount: 9k', 'at-least: 7k', 'per: month'), 'show', 'rrp').stdout).toContain(
      'between £84,000 and £108,000',
    )
  })

  test('fix makes fields of it, and set takes it', () => {
    const root = withValue('amount: £75k to £90k', 'per: year')
    expect(change(root, 'fix').file()).toMatch(/amount: £90k\n.*at-least: £75k\n/s)
    expect(change(harbour(), 'set', 'rrp', 'value.amount', '£75k–£90k').file()).toMatch(/at-least: £75k\n/)
  })
})

describe('a sum in another currency is told in the same words, however it names it', () => {
  test.each(['USD 1.5m', '30k EUR', '30,000 euros', 'US$ 30,000', 'A$30,000', '$1.5m'])('%s', (text) => {
    const { stdout } = change(withValue(`amount: ${text}`, 'per: year'), 'validate', '--format', 'json')
    expect(stdout).toContain('and the register counts in GBP')
    expect(stdout).toContain('write what it is in GBP; value has stated for the words of the paper')
    expect(stdout).not.toContain('schema/money')
  })

  test('in words, too: the currency stays in the amount', () => {
    const root = withValue('amount: up to USD 1.5m', 'per: year')
    expect(change(root, 'fix').file()).toContain('amount: $1.5m')
    expect(change(root, 'validate').stdout).toContain('"$1.5m" is in USD, and the register counts in GBP')
  })
})
