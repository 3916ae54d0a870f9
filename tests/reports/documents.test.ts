import { describe, expect, test } from 'vitest'
import type { Organisation } from '../../src/model/organisation.js'
import type { Partnership } from '../../src/model/partnership.js'
import { documents } from '../../src/reports/documents/index.js'
import { openFacts } from '../../src/reports/documents/reason.js'
import { organisationOf, partnershipOf, policyOf } from '../policy/sample.js'
import { inputOf } from './input.js'

const POLICY = policyOf({
  tiers: { standard: { points: '0' } },
  documents: {
    agreement: { title: 'Agreement', 'held-by': 'partnership', when: { kind: 'contract' } },
    dpia: { title: 'DPIA', 'held-by': 'partnership', when: { data: 'personal' } },
    insurance: {
      title: 'Insurance',
      'held-by': 'partner',
      when: { 'partner-kind': 'third-sector' },
      valid: '12 months',
    },
  },
})
const contract = (id: string, documents: Record<string, unknown>[] = [], more: Record<string, unknown> = {}) =>
  partnershipOf({ name: id.toUpperCase(), kind: 'contract', data: { level: 'none' }, documents, ...more }, id)
const viewOf = (partnerships: Partnership[], organisations: Organisation[] = []) => {
  const { view } = documents.build(inputOf({ partnerships, organisations, policies: [POLICY] }))
  documents.view.parse(view)
  return view
}
const agreement = (written: Record<string, unknown>) => ({ type: 'agreement', ...written })

describe('completeness', () => {
  test('is counted by type, with what it is out of; what is not applicable is out of both', () => {
    const { types, needed, inForce, notApplicable } = viewOf([
      contract('a', [agreement({ signed: '2020-01-01' })]),
      contract('b', [agreement({ signed: '2020-01-01', expires: '2026-10-30' })]),
      contract('c', [agreement({ signed: '2020-01-01', expires: '2026-10-31' })]), // its last day is today
      contract('d', [agreement({ status: 'draft' })]),
      contract('e', [agreement({ status: 'not-applicable', reason: 'A letter will do.' })]),
      contract('f', [agreement({ status: 'not-applicable' })]),
      contract('g', [], { kind: undefined }),
      contract('h', [], { status: 'ended' }),
    ])
    expect(types).toHaveLength(1)
    const counts = Object.entries(types[0]!).flatMap(([key, it]) =>
      typeof it === 'object' ? [`${key} ${it.count}`] : [],
    )
    expect(counts).toEqual(['needed 5', 'inForce 2', 'notSigned 1', 'expired 1', 'missing 1', 'perhaps 1'])
    expect([needed.count, inForce.count, notApplicable.count]).toEqual([5, 2, 1])
  })

  test('what is held counts as needed, even where that is not certain', () => {
    const view = viewOf([contract('a', [agreement({ signed: '2020' })], { kind: undefined })])
    expect([view.needed.count, view.perhaps.count]).toEqual([1, 0])
    expect(view.policy[0]?.why).toEqual(['it is there; whether it must be depends on kind'])
  })
})

describe('a partner’s own document', () => {
  const mind = (documents: Record<string, unknown>[] = []) => organisationOf('mind', { name: 'Mind', documents })
  const partners = [{ organisation: 'us' }, { organisation: 'mind' }]

  test('is counted once, and listed once, wherever it is used', () => {
    const view = viewOf(
      [contract('a', [], { partners }), contract('b', [], { partners }), contract('c', [], { parent: 'b', partners })],
      [mind([{ type: 'insurance', signed: '2026-01-01' }])],
    )
    expect(view.types.find((it) => it.ofPartner)).toMatchObject({ needed: { count: 1 }, inForce: { count: 1 } })
    expect(view.heldList).toEqual([
      {
        title: 'Insurance',
        holder: 'Mind',
        stands: 'in force until 31 December 2026; signed on 1 January 2026',
        partnerships: ['A', 'B'],
      },
    ])
    expect(view.missingList.map((it) => it.holder)).toEqual(['A', 'B'])
  })

  test('that is not on file has a row of the partner, after those of partnerships', () => {
    const view = viewOf([contract('n', [], { lead: 'Head' }), contract('o', [], { parent: 'n', partners })], [mind()])
    expect(view.missingList).toEqual([
      { holder: 'N', partnerships: [], tier: 'standard', must: ['Agreement'], should: [], lead: 'Head' },
      { holder: 'Mind', partnerships: ['N'], tier: 'partner', must: ['Insurance'], should: [], lead: 'Head' },
    ])
  })

  test('that one partnership has does not serve another', () => {
    const own = { type: 'insurance', organisation: 'mind', signed: '2026-01-01' }
    const view = viewOf([contract('a', [own], { partners }), contract('b', [], { partners })], [mind()])
    expect(view.types.find((it) => it.ofPartner)).toMatchObject({ needed: { count: 1 }, missing: { count: 1 } })
    expect(view.missingList.find((it) => it.holder === 'Mind')?.must).toEqual(['Insurance'])
    expect(view.heldList).toMatchObject([
      { holder: 'Mind', stands: 'in force until 31 December 2026; signed on 1 January 2026', partnerships: ['A'] },
    ])
  })

  test('cannot be asked for where partners are not named, which is said', () => {
    const group = [{ group: 'charities', count: '4' }]
    expect(
      viewOf([contract('a', [], { partners }), contract('b'), contract('c', [], { partners: group })]),
    ).toMatchObject({ unnamed: ['C'], unstated: ['B'], partnersOpen: { count: 2 } })
  })
})

test('gaps are listed by what has to be done: the longest ago first, and whose they are', () => {
  const view = viewOf([
    contract('a', [agreement({ signed: '2020', expires: '2026-06-30' })], { lead: 'Head' }),
    contract('b', [agreement({ signed: '2020', expires: '2025-12-31' })]),
    contract('c', [agreement({ signed: '2020', expires: '2026-11-30' })]),
    contract('d', [agreement({ status: 'requested', note: 'In June.' })]),
    contract('e'),
    contract('f', [], { status: 'proposed' }),
  ])
  expect(view.expiredList.map((it) => `${it.holder} ${it.day}, ${it.lead}`)).toEqual([
    'B 31 December 2025, null',
    'A 30 June 2026, Head',
  ])
  expect(view.soonList.map((it) => it.holder)).toEqual(['C'])
  expect(view.unsignedList).toMatchObject([{ holder: 'D', state: 'requested', note: 'In June.' }])
  expect(view.missingList.map((it) => `${it.holder}: ${it.must.join()}`)).toEqual([
    'E: Agreement',
    'F: Agreement (before the start)',
  ])
})

test('what may be needed is listed with the facts that decide it', () => {
  const view = viewOf([
    contract('a', [], { kind: undefined }),
    contract('b', [], { kind: undefined, data: undefined }),
    contract('c'),
  ])
  expect(view.undecided).toMatchObject([
    { facts: ['kind'], documents: [{ title: 'Agreement', count: { count: 2 } }] },
    { facts: ['personal data'], documents: [{ title: 'DPIA', count: { count: 1 } }] },
  ])
  expect(view.missingList.map((it) => it.holder)).toEqual(['C'])
})

test('what is held beside: what nobody asks for, and one more of a kind that is asked for', () => {
  const view = viewOf(
    [
      contract('a', [
        agreement({ title: 'First', signed: '2020' }),
        agreement({ title: 'Second', status: 'in-force', note: 'Told above.' }),
        { type: 'risk-log', note: 'Under review.' },
        { type: 'minutes', status: 'superseded' },
      ]),
      contract('b', [{ type: 'minutes' }], { status: 'ended' }),
    ],
    [organisationOf('mind', { name: 'Mind', documents: [{ type: 'accounts', title: 'Accounts of 2025' }] })],
  )
  expect(view.unaskedList).toEqual([
    { title: 'Agreement: Second', holder: 'A', stands: 'in force, no end stated', further: true, note: null },
    { title: 'risk log', holder: 'A', stands: 'no signature recorded', further: false, note: 'Under review.' },
    { title: 'Accounts of 2025', holder: 'Mind', stands: 'no signature recorded', further: false, note: null },
  ])
})

test('a document is in one list only, by its state', () => {
  const view = viewOf([
    contract('a', [agreement({ signed: '2020', expires: '2026-06-30' })]),
    contract('b', [agreement({ signed: '2020', expires: '2026-11-30' })]),
    contract('c', [agreement({ signed: '2020', expires: 'none' })]),
    contract('d', [agreement({ status: 'draft' })]),
    contract('e'),
  ])
  const holders = [view.expiredList, view.soonList, view.heldList, view.unsignedList, view.missingList].map((list) =>
    list.map((it) => it.holder),
  )
  expect(holders).toEqual([['A'], ['B'], ['C'], ['D'], ['E']])
})

test('facts are named as readers know them', () => {
  expect(openFacts(['data is not known', 'information-governance level is not known', 'start is not known'])).toEqual([
    'personal data',
    'start',
  ])
})
