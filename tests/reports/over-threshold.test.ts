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
