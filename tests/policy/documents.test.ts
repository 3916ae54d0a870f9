import { expect, test } from 'vitest'
import type { Organisation } from '../../src/model/organisation.js'
import { answerPolicy } from '../../src/policy/answers.js'
import { organisationOf, partnershipOf, registerOf } from './sample.js'

const contract = { kind: 'contract', care: 'true', value: { amount: '50k', per: 'year' }, data: { level: 'none' } }

function duties(written: Record<string, unknown>, organisations: Organisation[] = [], asOf = '2026-06-01') {
  const partnership = partnershipOf({ ...contract, ...written })
  const register = registerOf({ partnerships: [partnership], organisations: [organisationOf('us'), ...organisations] })
  return answerPolicy(register, asOf).documents(partnership)
}
const agreement = (document?: Record<string, unknown>, asOf?: string, status = 'active') =>
  duties({ status, documents: document ? [{ type: 'agreement', ...document }] : [] }, [], asOf).find(
    (it) => it.type === 'agreement',
  )!

test.each([
  ['not there', undefined, 'missing'],
  ['draft', { status: 'draft' }, 'unsigned'],
  ['draft with the day of an older one', { status: 'draft', signed: '2026-01-01' }, 'unsigned'],
  ['signed', { signed: '2026-01-01' }, 'held'],
  ['without an end', { signed: '2001', expires: 'none' }, 'held'],
  ['signed on a day that is not known', { status: 'signed' }, 'held'],
  ['replaced', { status: 'superseded', signed: '2026-01-01' }, 'missing'],
  ['not applicable', { status: 'not-applicable', reason: 'A letter will do.' }, 'not-applicable'],
  ['not applicable, without a reason', { status: 'not-applicable' }, 'missing'],
])('an agreement %s', (_, document, state) => {
  expect(agreement(document).state).toBe(state)
})

test('the end date is the last day in force', () => {
  const document = { signed: '2024-01-01', expires: '2026-06' }
  expect(agreement(document, '2026-05-01')).toMatchObject({ state: 'expiring', until: '2026-06-30' })
  expect(agreement(document, '2026-05-01').at.path).toEqual(['documents', 0])
  expect(agreement(document, '2026-04-30').state).toBe('held')
  expect(agreement(document, '2026-06-30').state).toBe('expiring')
  expect(agreement(document, '2026-07-01').state).toBe('expired')
})

test('the best of several answers; another kind may do as well', () => {
  const several = duties({
    documents: [
      { type: 'agreement', signed: '2019', expires: '2020' },
      { type: 'section-75-agreement', signed: '2026-01-01', expires: 'none' },
    ],
  })
  expect(several.find((it) => it.type === 'agreement')).toMatchObject({ state: 'held', at: { path: ['documents', 1] } })
})

test('a proposed partnership needs it before its start; an ended one needs none', () => {
  expect(agreement(undefined, undefined, 'proposed').state).toBe('needed-before-start')
  expect(duties({ status: 'ended' })).toEqual([])
})

const partners = [
  { organisation: 'us', roles: ['lead'] },
  { organisation: 'mind', roles: ['provider'] },
  { organisation: 'mind', roles: ['member'] },
  { organisation: 'council', roles: ['funder'] },
]
const council = organisationOf('council', { kind: 'council' })
const insurance = (organisations: Organisation[]) =>
  duties({ partners }, organisations).filter((it) => it.type === 'insurance')

test('a document of partners is asked once of each that matches, and never of ourselves', () => {
  expect(insurance([organisationOf('mind'), council])).toMatchObject([
    { organisation: { id: 'mind' }, state: 'missing' },
  ])
})

test('the organisation’s own document will do', () => {
  const mind = organisationOf('mind', { documents: [{ type: 'insurance', signed: '2026-01-01' }] })
  expect(insurance([mind, council])).toMatchObject([
    { state: 'held', at: { file: 'organisations/mind.yaml', path: ['documents', 0] } },
  ])
})

test('what is not known leaves the duty standing, and says so', () => {
  const unsure = insurance([organisationOf('mind', { kind: 'unknown' }), council])
  expect(unsure).toMatchObject([{ unsure: true, state: 'missing' }])
  expect(unsure[0]!.because[0]!.text).toBe(
    'insurance: kind of partner is not known, so it is asked for (General practice; proposal)',
  )
})

test.each([
  ['none', {}, 'IG0', []],
  ['incidental', {}, 'IG1', ['ig-assurance']],
  ['personal', {}, 'IG2', ['information-sharing-agreement', 'ig-assurance']],
  ['special-category', {}, 'IG3', ['information-sharing-agreement', 'dpia', 'dspt']],
  [
    'special-category',
    { 'shared-record': 'true' },
    'IG4',
    ['information-sharing-agreement', 'dpia', 'joint-controller-arrangement', 'dspt'],
  ],
  ['special-category', { processor: 'partner' }, 'IGP', ['dpia', 'data-processing-agreement', 'dspt']],
])('data %s %j is %s', (level, more, id, pack) => {
  const partnership = partnershipOf({
    ...contract,
    data: { level, ...more },
    partners: [{ organisation: 'mind', roles: ['provider'] }],
  })
  const register = registerOf({ partnerships: [partnership], organisations: [organisationOf('mind')] })
  const answers = answerPolicy(register, '2026-06-01')
  expect(answers.informationLevel(partnership)?.id).toBe(id)
  expect(answers.documents(partnership).flatMap(({ type }) => (PACK.includes(type) ? [type] : []))).toEqual(pack)
})
const PACK = [
  'information-sharing-agreement',
  'dpia',
  'data-processing-agreement',
  'joint-controller-arrangement',
  'dspt',
  'ig-assurance',
]

test('a part takes the data of its whole, processor included', () => {
  const whole = partnershipOf({ ...contract, data: { level: 'personal', processor: 'partner' } }, 'whole')
  const part = partnershipOf({ parent: 'whole' }, 'part')
  const answers = answerPolicy(registerOf({ partnerships: [part, whole] }), '2026-06-01')
  expect(answers.informationLevel(part)?.id).toBe('IGP')
})
