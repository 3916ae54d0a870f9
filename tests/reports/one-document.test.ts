import { expect, test } from 'vitest'
import { answerPolicy } from '../../src/policy/answers.js'
import { distinctRequirements } from '../../src/policy/requirements.js'
import { documents as documentsPaper } from '../../src/reports/documents/index.js'
import { organisationOf, partnershipOf } from '../policy/sample.js'
import { AS_OF, inputOf, registerWith } from './make.js'

const countsOf = (documents: Record<string, unknown>[]) => {
  const pool = partnershipOf(
    { name: 'Pool', kind: 'section-75', value: { amount: '3m', per: 'year' }, documents },
    'pool',
  )
  const register = registerWith([pool], [organisationOf('us')])
  const { needed, inForce, missing, metToo, types } = documentsPaper.build(inputOf(register)).view
  const row = (title: string) => {
    const found = types.find((it) => it.title === title)!
    return [found.needed.count, found.inForce.count]
  }
  const told = distinctRequirements(register, answerPolicy(register, AS_OF)).map((it) => it.duty.type)
  return {
    totals: [needed.count, inForce.count, missing.count, metToo.count],
    rows: [row('Agreement or contract'), row('Section 75 agreement')],
    isToldTwice: told.includes('agreement') && told.includes('section-75-agreement'),
  }
}

test('one section 75 agreement meets two demands, is one document in force, and one that is missing', () => {
  const [without, filed] = [countsOf([]), countsOf([{ type: 'section-75-agreement', signed: '2026-01-01' }])]
  const [needed, , missing] = without.totals as [number, number, number, number]
  expect(without).toEqual({
    totals: [needed, 0, missing, 1],
    rows: [
      [1, 0],
      [1, 0],
    ],
    isToldTwice: false,
  })
  expect(filed).toEqual({
    totals: [needed, 1, missing - 1, 1],
    rows: [
      [1, 1],
      [1, 1],
    ],
    isToldTwice: false,
  })
  const plain = countsOf([{ type: 'agreement', signed: '2026-01-01' }])
  expect(plain.totals).toEqual([needed + 1, 1, missing, 0])
})

test('a form that two partnerships use ends on one day for both, with the partnership that decides it', () => {
  const partners = [{ organisation: 'us' }, { organisation: 'mind' }]
  const form = { date: '2026-01-10', status: 'accepted' }
  const small = partnershipOf({ name: 'Small', kind: 'contract', partners }, 'a')
  const large = partnershipOf({ name: 'Large', kind: 'contract', partners, value: { amount: '2m', per: 'year' } }, 'b')
  const register = registerWith(
    [small, large],
    [organisationOf('us'), organisationOf('mind', { 'self-assessments': [form] })],
  )
  const policy = answerPolicy(register, AS_OF)
  const told = [small, large].map((it) =>
    policy.documentsAsShown(it).find(({ type }) => type === 'governance-self-assessment')!,
  )
  expect(told.map((it) => it.until)).toEqual(['2027-01-09', '2027-01-09'])
  expect(told[0]!.because.at(-1)!.text).toBe(
    'Large needs it sooner: a major partnership has its self-assessment every 12 months',
  )
})
