import { expect, test } from 'vitest'
import { mergePolicies } from '../../src/policy/merge.js'
import { nhs2026, policyOf, releasedProblems } from './sample.js'

const inherited = policyOf(
  {
    documents: {
      dpia: { title: 'Inherited', valid: '24 months' },
      insurance: { title: 'Insurance' },
    },
    limits: { 'lead-load': '10', 'paper-value': '1m' },
  },
  'nhs-2026',
)

test('an own entry replaces the whole inherited one, and knows where it stands', () => {
  const own = policyOf({ documents: { dpia: { title: 'Own' } } })
  const [dpia, insurance] = mergePolicies([own, inherited]).entries('documents')
  expect(dpia).toMatchObject({ id: 'dpia', data: { title: 'Own' } })
  expect(dpia!.data.valid).toBeUndefined()
  expect(dpia!.at).toEqual({ file: 'policy.yaml', path: ['documents', 'dpia'], on: 'value' })
  expect(insurance!.at.file).toBe('nhs-2026.yaml')
})

test('off takes an inherited entry out', () => {
  const own = policyOf({ documents: { dpia: { off: 'Our data officer does these elsewhere.' } } })
  expect(
    mergePolicies([own, inherited])
      .entries('documents')
      .map((it) => it.id),
  ).toEqual(['insurance'])
})

test('a category of risks and a band of scores are taken out in the same way', () => {
  const own = policyOf({
    'risk-categories': { systems: { off: 'Part of finances here.' } },
    'risk-bands': { moderate: { off: 'We know three bands.' } },
  })
  const policy = mergePolicies([own, nhs2026])
  expect(policy.entries('risk-categories').map((it) => it.id)).not.toContain('systems')
  expect(policy.entries('risk-bands').map(({ id, data }) => [id, data['at-least']])).toEqual([
    ['low', 1],
    ['high', 8],
    ['extreme', 15],
  ])
})

test('an own limit leaves the other limits in force', () => {
  const own = policyOf({ limits: { 'lead-load': '5' } })
  expect(mergePolicies([own, inherited]).single('limits')).toEqual({ 'lead-load': 5, 'paper-value': 100_000_000 })
  expect(mergePolicies([]).single('limits')).toBeUndefined()
})

test('the released policy reads whole, and each of its duties says why', () => {
  expect(releasedProblems).toEqual([])
  const policy = mergePolicies([nhs2026])
  const duties = policy.entries('documents')
  expect(duties.length).toBeGreaterThan(20)
  const entries = [...policy.entries('tiers'), ...policy.entries('floors'), ...policy.entries('cadence'), ...duties]
  expect(entries.filter(({ data }) => data.why === undefined).map((it) => it.id)).toEqual([])
  const ids = new Set(duties.map((it) => it.id))
  expect(duties.flatMap(({ data }) => data['satisfied-by']).filter((id) => !ids.has(id))).toEqual([])
})
