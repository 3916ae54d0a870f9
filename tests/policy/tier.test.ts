import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerPolicy } from '../../src/policy/answers.js'
import { annualValue, termYears } from '../../src/policy/facts.js'
import { nhs2026, partnershipOf, policyOf, registerOf } from './sample.js'

const tierOf = (written: Record<string, unknown>, asOf = '2026-06-01') => {
  const partnership = partnershipOf(written)
  return answerPolicy(registerOf({ partnerships: [partnership] }), asOf).tier(partnership)
}
const small = { kind: 'informal', data: { level: 'none' } }

test('points add up, and each is told with its policy entry', () => {
  const tier = tierOf({
    kind: 'contract',
    value: { amount: '600k', per: 'year' },
    importance: { level: 'high' },
    data: { level: 'special-category' },
  })
  expect(tier).toMatchObject({ id: 'significant', points: 11 })
  expect(tier.because[0]).toEqual({
    text: '3 points: annual value is £600,000',
    at: { file: 'policies/nhs-2026.yaml', path: ['points', 'value'], on: 'value' },
  })
})

test.each([
  ['a million a year', { ...small, value: { amount: '1m', per: 'year' } }, 'major'],
  ['a penny less', { ...small, value: { amount: '999,999.99', per: 'year' } }, 'standard'],
  ['a section 75', { kind: 'section-75', value: { amount: '1', per: 'year' }, data: { level: 'none' } }, 'significant'],
  ['personal data', { kind: 'informal', data: { level: 'personal' } }, 'standard'],
  ['neither money nor data', small, 'informal'],
])('floor: %s', (_, written, id) => {
  expect(tierOf(written).id).toBe(id)
})

test('every floor that holds is told, those below the tier as well', () => {
  const floors = tierOf({ kind: 'section-75', value: { amount: '2m', per: 'year' }, data: { level: 'none' } }).because
  expect(floors.flatMap(({ at }) => (at?.path[0] === 'floors' ? [at.path[1]] : []))).toEqual([
    'million-a-year',
    'strong-bond',
    'real-money-data-or-law',
    'some-money-or-data',
  ])
})

test('what is unknown counts, and never lowers', () => {
  const tier = tierOf({ kind: 'memorandum', unknown: { value: 'asked for' } })
  expect(tier).toMatchObject({ id: 'standard', points: 2 })
  expect(tier.because.at(-1)!.text).toBe('at least standard: annual value and data not known')
})

test('an override goes up freely, and down only with reason, approver and last day', () => {
  expect(tierOf({ ...small, tier: { at: 'major' } }).id).toBe('major')
  const big = { ...small, value: { amount: '1m', per: 'year' } }
  const down = { at: 'standard', reason: 'It ends in May.', by: 'Chief Operating Officer', until: '2026-06-01' }
  expect(tierOf({ ...big, tier: down }).id).toBe('standard')
  expect(tierOf({ ...big, tier: down }, '2026-06-02').id).toBe('major')
  expect(tierOf({ ...big, tier: { ...down, by: undefined } }).id).toBe('major')
})

test('tiers go by their points, wherever they stand', () => {
  const own = policyOf({ tiers: { tiny: { points: '1' } } })
  const partnership = partnershipOf({ ...small, kind: 'contract', value: { amount: '3m', per: 'year' } })
  const policies = [own, policyOf({ tiers: { low: { points: '0' }, high: { points: '3' } }, points: nothing.points })]
  const answers = answerPolicy(registerOf({ partnerships: [partnership], policies }), '2026-06-01')
  expect(answers.tier(partnership).id).toBe('high')
})
const nothing = { points: { value: { fact: 'annual-value', bands: [{ 'at-least': '1m', points: '4' }] } } }

test.each([
  ['2024-04-01', '2029-03-31', 5],
  ['2024-02-29', '2025-02-27', 1],
  ['2024-04-01', '2025-05-15', 1 + (1 + 15 / 31) / 12],
  ['2024-01-01', '2024-12-31', 1],
  ['2024-01-01', '2023-12-31', 0],
])('from %s to %s', (start, end, years) => {
  expect(termYears(start, end)).toBeCloseTo(years, 6)
})

test('a total is spread over its very term, and a short one is not blown up', () => {
  const over = (end: string) =>
    annualValue(registerOf(), partnershipOf({ start: '2024-04-01', end, value: { amount: '1.8m', per: 'total' } }))
  expect(over('2025-09-30')).toBe(120_000_000)
  expect(over('2024-09-30')).toBe(180_000_000)
  expect(over('none')).toBe(180_000_000)
})

test('four and three-quarter years are under five', () => {
  const points = (end: string) => tierOf({ ...small, start: '2024-04-01', end }).points
  expect([points('2028-12-31'), points('2029-03-30'), points('2029-03-31')]).toEqual([0, 0, 1])
})

test('more money never means a lower tier', () => {
  const rank = answerPolicy(registerOf({ policies: [nhs2026] }), '2026-06-01').rank
  const pounds = fc.integer({ min: 0, max: 3_000_000 })
  fc.assert(
    fc.property(pounds, pounds, fc.constantFrom('grant', 'contract', 'section-75'), (a, b, kind) => {
      const at = (amount: number) =>
        rank(tierOf({ kind, data: { level: 'none' }, value: { amount: String(amount), per: 'year' } }).id)
      expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)))
    }),
    { numRuns: 50 },
  )
})
