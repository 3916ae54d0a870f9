import { expect, test } from 'vitest'
import { boardUpdate } from '../../src/reports/board-update/index.js'
import { partnershipOf, policyOf, registerOf, nhs2026 } from '../policy/sample.js'
import { inputOf } from './input.js'

const named = (name: string, value?: object) =>
  partnershipOf({ name, kind: 'contract', ...(value && { value }) }, name.toLowerCase())
const partnerships = [
  named('Unknown'),
  named('Small', { amount: '5k', per: 'year' }),
  named('Large', { amount: '5m', per: 'year' }),
  named('Open', { amount: '5m', per: 'total', basis: 'at-least' }),
]
const over = (policies = [nhs2026]) =>
  (
    boardUpdate.build(inputOf({ ...registerOf(), partnerships, policies })).view as {
      over: { list: { name: string }[] }
    }
  ).over.list.map((it) => it.name)

test('a value of which nothing is known for a year is not named among the large ones', () => {
  expect(over()).toEqual(['Large'])
})

test('a threshold of nothing names every partnership whose value is known', () => {
  expect(over([policyOf({ limits: { 'paper-value': '0' } }), nhs2026])).toEqual(['Large', 'Small'])
})

test('the bands of the grid are in order, whatever the threshold of large ones', () => {
  const headings = (limits: Parameters<typeof policyOf>[0]) =>
    (
      boardUpdate.build(inputOf({ ...registerOf(), partnerships, policies: [policyOf(limits), nhs2026] })).view as {
        grid: { headings: object }
      }
    ).grid.headings
  expect(headings({ limits: { 'paper-value': '50k' } })).toEqual({
    small: 'Below £5,000 a year',
    medium: '£5,000 to £50,000',
    large: '£50,000 or more',
  })
  expect(headings({ limits: { 'paper-value': '5m' } })).toEqual({
    small: 'Below £100,000 a year',
    medium: '£100,000 to £5m',
    large: '£5m or more',
  })
})

test('importance is set against the partnerships whose value is known', () => {
  const view = boardUpdate.build(inputOf({ ...registerOf(), partnerships, policies: [nhs2026] })).view as {
    grid: { isEmpty: boolean; valued: { count: number } }
  }
  expect(view.grid.isEmpty).toBe(true)
  // at least a sum: policy counts it at its lower end
  expect(view.grid.valued.count).toBe(3)
})

test('the questions settle, between them, each document that may be needed once', () => {
  const view = boardUpdate.build(inputOf({ ...registerOf(), partnerships, policies: [nhs2026] })).view as {
    documents: { perhaps: { count: number }; questions: { settles: { count: number } }[] }
  }
  const { perhaps, questions } = view.documents
  expect(perhaps.count).toBeGreaterThan(0)
  expect(questions.reduce((sum, it) => sum + it.settles.count, 0)).toBe(perhaps.count)
})
