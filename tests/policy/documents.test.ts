import { expect, test } from 'vitest'
import type { Organisation } from '../../src/model/organisation.js'
import { answerPolicy } from '../../src/policy/answers.js'
import { requirementsOf, distinctByHolder } from '../../src/policy/requirements.js'
import { organisationOf, partnershipOf, policyOf, registerOf } from './sample.js'

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
  expect(unsure[0]!.because[0]!.text).toBe('insurance: kind of partner is not known (Common practice; proposal)')
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

const dpia = (written: Record<string, unknown>, asOf: string) =>
  duties({ ...written, documents: [{ type: 'dpia', signed: '2025-01-15' }] }, [], asOf).find((it) => it.type === 'dpia')

test('special category data shorten the life of an impact assessment, and the entry that does so is named', () => {
  const due = dpia({ data: { level: 'special-category' } }, '2026-06-01')!
  expect(due).toMatchObject({ state: 'expired', until: '2026-01-14' })
  expect(due.because[1]).toMatchObject({
    text: 'valid for 12 months: data is special category',
    at: { path: ['documents', 'dpia', 'valid-when', 0] },
  })
  const personal = dpia({ data: { level: 'personal', 'shared-record': 'true' } }, '2026-06-01')!
  expect(personal).toMatchObject({ state: 'held', until: '2027-01-14' })
  expect(personal.because[1]).toMatchObject({
    text: 'valid for 24 months',
    at: { path: ['documents', 'dpia', 'valid'] },
  })
})

test('what is not known never lengthens a life', () => {
  const due = dpia({ data: undefined }, '2026-06-01')!
  expect(due).toMatchObject({ state: 'expired', until: '2026-01-14', unsure: true })
  expect(due.because[1]!.text).toBe('valid for 12 months: data is not known, so the shortest time counts')
  const own = policyOf({
    documents: {
      dpia: {
        'held-by': 'partnership',
        when: { kind: 'contract' },
        valid: '12 months',
        'valid-when': [
          { when: { data: 'none' }, valid: '36 months' },
          { when: { kind: 'contract' }, valid: '24 months' },
        ],
      },
    },
  })
  const until = (level?: string) => {
    const partnership = partnershipOf({
      ...contract,
      data: level && { level },
      documents: [{ type: 'dpia', signed: '2025-01-15' }],
    })
    return answerPolicy(registerOf({ partnerships: [partnership], policies: [own] }), '2026-06-01').documents(
      partnership,
    )[0]!.until
  }
  expect([until('none'), until('personal'), until()]).toEqual(['2028-01-14', '2027-01-14', '2027-01-14'])
})

test.each([
  ['network', '10k', '2027-01-14'],
  ['network', '2m', '2026-01-14'],
])('terms of reference of a %s worth %s are valid until %s', (kind, amount, until) => {
  const documents = [{ type: 'terms-of-reference', signed: '2025-01-15' }]
  const all = duties({ kind, value: { amount, per: 'year' }, documents })
  expect(all.find((it) => it.type === 'terms-of-reference')).toMatchObject({ until })
})

test('a risk profile lasts as long as the cadence of the tier says', () => {
  const profile = (amount: string) =>
    duties({ value: { amount, per: 'year' }, documents: [{ type: 'risk-profile', signed: '2026-01-15' }] }).find(
      (it) => it.type === 'risk-profile',
    )!
  expect(profile('2m')).toMatchObject({ state: 'expiring', until: '2026-07-14' })
  expect(profile('2m').because[1]).toMatchObject({
    text: 'a major partnership has its risk profile every 6 months',
    at: { path: ['tiers', 'major', 'risk-profile'] },
  })
  expect(profile('50k')).toMatchObject({ state: 'held', until: '2028-01-14' })
})

test('of a document and answers to every category that are equally good, the document counts', () => {
  const categories = [
    'patient-safety',
    'staff-wellbeing',
    'information-governance',
    'finances',
    'systems',
    'reputation',
  ]
  const risks = categories.map((category) => ({ category, title: `Something about ${category}` }))
  const profile = (documents: object[]) => duties({ risks, documents }).find((it) => it.type === 'risk-profile')!
  expect(profile([])).toMatchObject({ state: 'unsigned', isProfile: true })
  expect(profile([{ type: 'risk-profile', status: 'draft' }])).toMatchObject({ state: 'unsigned', isProfile: false })
})

test('a document that does for another kind lasts as long as its own kind', () => {
  const all = duties({ kind: 'memorandum', documents: [{ type: 'agreement', signed: '2001-01-01' }] })
  expect(all.find((it) => it.type === 'memorandum')).toMatchObject({ state: 'held' })
})

test('of several rounds the one that lasts longest answers', () => {
  const mind = organisationOf('mind', {
    'self-assessments': [
      { date: '2023-01-10', status: 'accepted' },
      { date: '2024-01-10', status: 'accepted' },
    ],
  })
  const own = duties({ partners }, [mind, council]).find((it) => it.type === 'governance-self-assessment')
  expect(own).toMatchObject({ until: '2026-01-09', at: { path: ['self-assessments', 1] } })
})

test('of a document that several partnerships ask of a partner, the strictest demand counts', () => {
  const mind = organisationOf('mind', { 'self-assessments': [{ date: '2025-01-10', status: 'accepted' }] })
  const small = partnershipOf({ ...contract, partners }, 'a')
  const large = partnershipOf({ ...contract, partners, value: { amount: '2m', per: 'year' } }, 'b')
  const register = registerOf({ partnerships: [small, large], organisations: [organisationOf('us'), mind, council] })
  const told = distinctByHolder(requirementsOf(answerPolicy(register, '2026-06-01'), register.partnerships)).map(
    (it) => it.duty,
  )
  expect(told.filter((it) => it.type === 'governance-self-assessment')).toMatchObject([
    { state: 'expired', until: '2026-01-09' },
  ])
})
