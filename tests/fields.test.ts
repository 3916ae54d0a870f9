import { describe, expect, test } from 'vitest'
import { settingsSchema } from '../src/model/settings.js'
import { answerPolicy } from '../src/policy/answers.js'
import { registerExtract } from '../src/reports/register/index.js'
import { showPartnership } from '../src/reports/show-partnership/index.js'
import { risk } from '../src/reports/risk/index.js'
import { organisationOf, partnershipOf, policyOf, registerOf } from './policy/sample.js'
import { inputOf, paperOf } from './reports/paper-input.js'

// Fields that other organisations have in their registers of partnerships.

const STATED = {
  reference: 'C-2026/014',
  statutory: 'true',
  'lead-partner': 'mind',
  'next-review': '2027-03',
  partners: [{ organisation: 'mind', 'in-kind': 'two nurses and their rooms' }],
  'self-assessments': [{ date: '2026-05', form: 'Partnership checklist', answers: { aims: 'clear' } }],
  documents: [{ type: 'due-diligence', organisation: 'mind', signed: '2026-04-01', rating: 'medium' }],
}
const records = { partnerships: [partnershipOf(STATED)], organisations: [organisationOf('mind', { name: 'Mind' })] }

describe('what is stated is printed', () => {
  test('in the published extract, except how a partner was rated', () => {
    const paper = paperOf(registerExtract, records)
    expect(paper).toContain('**Reference:** C-2026/014.')
    expect(paper).toContain('**Statutory:** required by law.')
    expect(paper).toContain('**Lead partner:** Mind.')
    expect(paper).toContain('**Next review:** March 2027.')
    expect(paper).toContain('- Mind: in kind: two nurses and their rooms')
    expect(paper).toContain('- *May 2026:* Partnership checklist; aims: clear')
    expect(paper).not.toContain('medium')
  })

  test('in show, with how a partner was rated', () => {
    const { view } = showPartnership.build({ ...inputOf(records), subject: records.partnerships[0] })
    expect(JSON.stringify(view)).toContain('rated medium')
    expect(JSON.stringify(view)).toContain('"label":"Next review","text":"March 2027"')
  })
})

describe('a day that was set for the next review', () => {
  const due = (more: Record<string, unknown>) => {
    const partnership = partnershipOf({ start: '2026-01-01', ...more })
    return answerPolicy(registerOf({ partnerships: [partnership] }), '2026-10-31').due('review', partnership)
  }

  test('counts where policy would ask for one later', () => {
    const policy = due({})!
    expect(due({ 'next-review': '2026-12-31' })?.day).toBe('2026-12-31')
    expect(due({ 'next-review': '2026-12-31' })?.because.at(-1)?.text).toBe(
      'the next review is set for 31 December 2026',
    )
    expect(due({ 'next-review': '2040' })).toEqual(policy)
  })

  test('counts no longer once a review was held after it', () => {
    const reviews = [{ date: '2026-10-01' }]
    expect(due({ reviews, 'next-review': '2026-09-30' })).toEqual(due({ reviews }))
  })

  test('is there where nobody knows when the partnership began', () => {
    expect(due({ start: undefined, 'next-review': '2026-12' })?.day).toBe('2026-12-31')
  })
})

test('policy can ask for a document where due diligence found a risk', () => {
  const when = { 'due-diligence': ['medium', 'high'] }
  const policy = policyOf({ documents: { 'action-plan': { title: 'Action plan', 'held-by': 'partnership', when } } })
  const states = (rating: string | undefined) => {
    const documents = rating === undefined ? [] : [{ type: 'due-diligence', rating }]
    const mind = organisationOf('mind', { documents })
    const partnership = partnershipOf({ partners: [{ organisation: 'mind' }] })
    const register = registerOf({ policies: [policy], partnerships: [partnership], organisations: [mind] })
    const duties = answerPolicy(register, '2026-10-31').documents(partnership)
    return duties.filter((it) => it.type === 'action-plan').map((it) => (it.unsure ? 'perhaps' : it.state))
  }
  expect(states('high')).toEqual(['missing'])
  expect(states('low')).toEqual([])
  expect(states(undefined)).toEqual(['perhaps'])
})

test('a register may have a risk matrix of its own', () => {
  const { settings: usual } = registerOf()
  const words = { likelihood: ['rare', 'unlikely', 'likely', 'very likely'], consequence: ['minor', 'grave', 'fatal'] }
  const own = settingsSchema.parse({ schema: '1', organisation: 'us', 'risk-matrix': words })
  const risks = [{ title: 'Staff', likelihood: '4', consequence: '3', mitigation: 'Bank staff.' }]
  const paper = paperOf(risk, { settings: { ...usual, ...own }, partnerships: [partnershipOf({ risks })] })
  expect(paper).toContain('| 1 rare | 2 unlikely | 3 likely | 4 very likely |')
  expect(paper).toMatch(/\| \**3 fatal\**[^]*\| \**2 grave\**[^]*\| \**1 minor\**/)
  expect(paper).not.toContain('almost certain')
  expect(paper).toContain('from 1 to 12, with')
})
