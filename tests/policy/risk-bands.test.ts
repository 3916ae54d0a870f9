import { expect, test } from 'vitest'
import { mergePolicies } from '../../src/policy/merge.js'
import { bandOf, riskBands, riskCategories } from '../../src/policy/risk-bands.js'
import { riskMatrix } from '../../src/model/risk.js'
import { nhs2026, policyOf } from './sample.js'

const FIVE = riskMatrix({})

const said = (...policies: Parameters<typeof mergePolicies>[0]) =>
  riskBands(mergePolicies(policies), FIVE).map(({ id, from, to }) => `${id} ${from}-${to}`)

test('each band ends with the highest score that there can be in it', () => {
  expect(said(nhs2026)).toEqual(['low 1-3', 'moderate 4-6', 'high 8-12', 'extreme 15-25'])
})

test('bands are in order of their scores, whatever the order of the files', () => {
  const own = policyOf({ 'risk-bands': { severe: { 'at-least': '20' }, low: { off: 'Four will do.' } } })
  expect(said(own, nhs2026)).toEqual(['moderate 4-6', 'high 8-12', 'extreme 15-16', 'severe 20-25'])
})

test('a policy without bands has those of the NPSA', () => {
  expect(said(policyOf({}))).toEqual(said(nhs2026))
})

test('of a smaller matrix the highest band ends with its highest score', () => {
  const words = ['a', 'b', 'c', 'd']
  const own = riskMatrix({ 'risk-matrix': { likelihood: words, consequence: words } })
  const bands = riskBands(mergePolicies([nhs2026]), own)
  expect(bands.map(({ id, from, to }) => `${id} ${from}-${to}`)).toEqual([
    'low 1-3',
    'moderate 4-6',
    'high 8-12',
    'extreme 15-16',
  ])
})

test('a score below the lowest band has none', () => {
  const bands = riskBands(mergePolicies([policyOf({ 'risk-bands': { high: { 'at-least': '8' } } })]), FIVE)
  expect(bandOf(bands, 6)).toBeUndefined()
  expect(bandOf(bands, 8)?.id).toBe('high')
})

test('a category without a title is called by its id', () => {
  const policy = mergePolicies([
    policyOf({ 'risk-categories': { 'patient-safety': {}, money: { title: 'Finances' } } }),
  ])
  expect(riskCategories(policy)).toEqual([
    { id: 'patient-safety', title: 'patient safety' },
    { id: 'money', title: 'Finances' },
  ])
})
