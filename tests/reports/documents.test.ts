import { describe, expect, test } from 'vitest'
import type { Organisation } from '../../src/model/organisation.js'
import type { Partnership } from '../../src/model/partnership.js'
import { documents } from '../../src/reports/documents/index.js'
import { openQuestions } from '../../src/reports/documents/reason.js'
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
    expect(view.blocks[0]?.rows[0]?.why).toBe('not certain: it depends on its kind')
  })
})

describe('a partner’s own document', () => {
  const mind = (documents: Record<string, unknown>[] = []) => organisationOf('mind', { name: 'Mind', documents })
  const partners = [{ organisation: 'us' }, { organisation: 'mind' }]

  test('is counted once, and stands once, wherever it is used', () => {
    const view = viewOf(
      [contract('a', [], { partners }), contract('b', [], { partners }), contract('c', [], { parent: 'b', partners })],
      [mind([{ type: 'insurance', signed: '2026-01-01' }])],
    )
    expect(view.types.find((it) => it.ofPartner)).toMatchObject({ needed: { count: 1 }, inForce: { count: 1 } })
    expect(view.shared).toMatchObject([{ holder: 'Mind', partnerships: ['A', 'B'] }])
    expect(view.blocks.map((it) => [it.name, it.elsewhere])).toEqual([
      ['A', ['Mind']],
      ['B', ['Mind']],
    ])
  })

  test('stands with its partnership where it serves only that one, a part’s with the whole', () => {
    const view = viewOf([contract('a'), contract('b', [], { parent: 'a', partners })], [mind()])
    expect(view.shared).toEqual([])
    expect(view.blocks.map((it) => it.name)).toEqual(['A'])
    expect(view.blocks[0]?.rows.map((it) => `${it.title}, ${it.holder}`)).toEqual([
      'Agreement, the partnership',
      'Insurance, Mind',
    ])
  })

  test('that one partnership has does not serve another', () => {
    const own = { type: 'insurance', organisation: 'mind', signed: '2026-01-01' }
    const view = viewOf([contract('a', [own], { partners }), contract('b', [], { partners })], [mind()])
    expect(view.types.find((it) => it.ofPartner)).toMatchObject({ needed: { count: 1 }, missing: { count: 1 } })
    expect(view.missingList.find((it) => it.title === 'Insurance')?.of).toBe('Mind')
    const stands = (name: string) =>
      view.blocks.find((it) => it.name === name)?.rows.find((it) => it.holder === 'Mind')?.stands
    expect(stands('A')).toBe('in force until 31 December 2026; signed on 1 January 2026')
    expect(stands('B')).toBe('not on file')
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
  expect(view.missingList).toMatchObject([{ count: { count: 2 }, of: 'E and F', beforeStart: 'of F before the start' }])
})

test('what may be needed stands with the facts that decide it', () => {
  const view = viewOf([
    contract('a', [], { kind: undefined }),
    contract('b', [], { kind: undefined, data: undefined }),
    contract('c'),
  ])
  expect(view.undecided).toEqual([
    { facts: ['its kind'], documents: ['Agreement'], of: 'all but C' },
    { facts: ['whether personal data are shared'], documents: ['DPIA'], of: 'B' },
  ])
  expect(view.nothing).toEqual(['A', 'B'])
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

test('what is not known is asked as a question', () => {
  expect(
    openQuestions(['data is not known', 'information-governance level is not known', 'start is not known']),
  ).toEqual(['start', 'whether personal data are shared'])
})
