import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneyError } from '../../src/model/field-errors.js'
import { change, harbour } from './harbour.js'

/** What a correction makes of lines of a partnership. */
const fixed = (lines: string) => {
  const root = harbour({ 'partnerships/d.yaml': `name: D\n${lines}\n` })
  return change(root, 'fix').file('partnerships/d.yaml').replace('name: D\n', '').trimEnd()
}

describe('what may say something else is proposed, and never made', () => {
  test.each([
    'end: March 31',
    'end: Dec-19',
    'start: 12/13',
    'status: "active?"',
    'lead: Service Manager?',
    'lead: (Service Manager)',
    'value:\n  amount: not £2m',
    'value:\n  amount: cut by £2m',
    'value:\n  amount: deficit of £2m',
    'value:\n  amount: £2m? TBC',
    'value:\n  amount: was £2m, now under negotiation',
    'value:\n  amount: £2m, memorandum of understanding',
    'value:\n  amount: £2m (subject to approval over the summer)',
    'value:\n  amount: £3m in 2019-20',
    'value:\n  amount: up to £2m\n  stated: about two million',
    'value: £2m? TBC',
    'aliases: RRP, the Recovery Partnership',
    'aliases: RRP; RRP2',
    'aliases: Mind and Body',
    'aliases: A & B',
    'aliases: |\n  One\n  Two',
    'partners:\n  - organisation: us\n    share: 2\n  - organisation: mind\n    share: 1',
    'partners:\n  - organisation: us\n    share: 60',
  ])('%s', (lines) => {
    const root = harbour({ 'partnerships/d.yaml': `name: D\n${lines}\n` })
    const { stdout, file } = change(root, 'fix')
    expect(file('partnerships/d.yaml')).toBe(`name: D\n${lines}\n`)
    expect(stdout).not.toMatch(/\d corrections? in/)
  })

  test('a dry run lists it as not made', () => {
    const { stdout } = change(harbour({ 'partnerships/d.yaml': 'name: D\nend: March 31\n' }), 'fix', '-n')
    expect(stdout).toContain('Not made, as only a person can decide')
    expect(stdout).toContain('write 2031-03?')
  })
})

describe('what says the same is made', () => {
  test.each([
    ['end: 31 March 2031', 'end: 2031-03-31'],
    ["end: March '31", 'end: 2031-03'],
    ['start: 23/24', 'start: 2023/24'],
    ['start: FY12/13', 'start: 2012/13'],
    ['status: Active', 'status: active'],
    ['lead: service manager', 'lead: Service Manager'],
    ['aliases: RRP', 'aliases: [RRP]'],
    [
      'value:\n  amount: c. £8.6m a year',
      'value:\n  amount: £8.6m\n  basis: approximate\n  stated: c. £8.6m a year\n  per: year',
    ],
    ['partners:\n  - organisation: us\n    share: 2 per cent', 'partners:\n  - organisation: us\n    share: 2%'],
  ])('%s', (lines, expected) => {
    expect(fixed(lines).split('\n').sort()).toEqual(expected.split('\n').sort())
  })

  test.each([
    'up to £2m',
    'under £50k',
    'not less than 20k',
    'nearly £34m',
    '£5m+',
    '£20k p.a.',
    '£3m over three years',
    'over £3m over 3 years',
    '£3m a year for 3 years',
    '£1m, one-off',
    'GBP 8.6 million',
    'about 2000',
  ])('%s', (text) => {
    expect(moneyError(text).correction?.safe).toBe(true)
  })
})

test('a word that is none of a sum, its basis or its term makes a phrase unsafe', () => {
  const word = fc.constantFrom(
    'not',
    'cut by',
    'deficit of',
    'minus',
    'was',
    'TBC',
    '?',
    'subject to',
    'if agreed',
    'once signed',
  )
  fc.assert(
    fc.property(
      word,
      fc.constantFrom('£2m', 'up to £2m', 'about £20k a year', '£3m over 3 years'),
      fc.boolean(),
      (more, phrase, isBefore) => {
        const text = isBefore ? `${more} ${phrase}` : `${phrase} ${more}`
        expect(moneyError(text).correction?.safe ?? false).toBe(false)
      },
    ),
  )
})
