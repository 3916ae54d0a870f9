import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { builtInPartials } from '../../src/cli/templates.js'
import { answerPolicy } from '../../src/policy/answers.js'
import { boardUpdate } from '../../src/reports/board-update/index.js'
import { readTemplates } from '../../src/reports/engine/read-templates.js'
import { makePaper } from '../../src/reports/make-paper.js'
import { documents } from '../../src/reports/documents/index.js'
import { partnership } from '../../src/reports/partnership/index.js'
import type { Paper } from '../../src/reports/paper.js'
import { dutiesOf } from '../../src/duties/index.js'
import { organisationOf, partnershipOf, registerOf } from '../policy/sample.js'
import { AS_OF, inputOf, registerWith } from './make.js'

const FORM = { date: '2026-08-01', answers: { A3: '2' } }
const crisis = (more: Record<string, unknown> = {}) =>
  partnershipOf({
    name: 'Crisis Line',
    kind: 'contract',
    lead: 'Lead',
    partners: [{ organisation: 'us' }, { organisation: 'mind' }],
    ...more,
  })
const withForm = (form: Record<string, unknown>, more = {}) =>
  registerWith(
    [crisis(more)],
    [
      organisationOf('us', { kind: 'nhs-trust' }),
      organisationOf('mind', { name: 'Town Mind', 'self-assessments': [{ ...FORM, ...form }] }),
    ],
  )
const paper = (which: Paper, register: ReturnType<typeof withForm>) => {
  const input = inputOf(register, which === partnership ? register.partnerships[0] : undefined)
  const file = `templates/${which.name}.md.hbs`
  return makePaper(
    which,
    { template: { file, source: readFileSync(file, 'utf8') }, partials: builtInPartials() },
    input,
    readTemplates,
  )
}
const formOf = (register: ReturnType<typeof withForm>) =>
  answerPolicy(register, AS_OF)
    .documents(register.partnerships[0]!)
    .find((it) => it.type === 'governance-self-assessment')!

describe('a self-assessment', () => {
  test.each([
    [{}, 'unsigned'],
    [{ status: 'received' }, 'unsigned'],
    [{ status: 'not-accepted' }, 'unsigned'],
    [{ status: 'accepted' }, 'held'],
    [{ status: 'accepted-with-actions', 'decided-on': '2026-09-30' }, 'held'],
    [{ status: 'accepted', 'decided-on': '2026-10-01' }, 'unsigned'],
    [{ status: 'accepted', date: '2023-08-01' }, 'expired'],
    [{ date: '2023-08-01' }, 'expired'],
  ])('with %o is %s', (form, state) => {
    expect(formOf(withForm(form)).state).toBe(state)
  })

  test('that was not accepted leaves no earlier one in force; one that was only received does', () => {
    const of = (status: string | undefined) => {
      const rounds = [
        { date: '2026-01-01', status: 'accepted' },
        { date: '2026-08-01', status },
      ]
      const organisations = [organisationOf('us'), organisationOf('mind', { 'self-assessments': rounds })]
      return formOf(registerWith([crisis()], organisations)).state
    }
    expect([of('not-accepted'), of('received'), of(undefined)]).toEqual(['unsigned', 'held', 'held'])
  })

  test.each([
    ['the Board paper', boardUpdate],
    ['the paper on documents', documents],
    ['the page of the partnership', partnership],
  ])('brings each unacceptable answer to %s, accepted or not', (_, which) => {
    for (const status of ['received', 'accepted']) {
      const text = paper(which, withForm({ status }))
      expect(text).toContain('Town Mind')
      expect(text).toContain('A3, trustees or directors in post: 2 is below 3')
    }
  })

  test('that was not accepted is no document held in any paper', () => {
    const text = paper(boardUpdate, withForm({ status: 'not-accepted' }))
    expect(text).toContain('| Governance self-assessment | must: basis not stated | 0 of 1 | Town Mind |')
    expect(text).toContain('| Town Mind | 1 August 2026 | not accepted |')
    expect(paper(partnership, withForm({}))).toContain(
      '| received, not yet accepted | Governance self-assessment (Town Mind) |',
    )
  })
})

describe('the grade of a peer review', () => {
  const review = {
    title: 'Peer review 2026',
    state: 'done',
    period: '2026-05',
    grade: 'inadequate',
    finding: 'Medicines were not checked.',
  }
  const of = (...reviews: Record<string, unknown>[]) => withForm({}, { 'quality-reviews': reviews })
  test('reaches the summary and the sections of the Board paper, and the page', () => {
    const text = paper(boardUpdate, of(review))
    expect(text).toContain('- **Peer review below good** (1): Crisis Line: Peer review 2026, inadequate')
    expect(text).toContain('- **Peer review 2026**: **inadequate** (done, May 2026). Medicines were not checked.')
    expect(paper(partnership, of(review))).toContain(
      '- **Peer review 2026**, done, May 2026: **inadequate**. Medicines were not checked.',
    )
  })
  test('is no longer a concern once a later one of the same partner is good', () => {
    const both = of(
      { ...review, reviewed: 'mind' },
      { title: 'Peer review, autumn', state: 'done', reviewed: 'mind', period: '2026-09', grade: 'good' },
    )
    expect(paper(boardUpdate, both)).not.toContain('Peer review below good')
  })
  test('is told of an evaluation, too', () => {
    const text = paper(
      boardUpdate,
      withForm({}, { evaluations: [{ title: 'Evaluation', state: 'reported', grade: 'limited assurance' }] }),
    )
    expect(text).toContain('- **Evaluation**: **limited assurance** (reported)')
  })
})

describe('a benefit', () => {
  const late = {
    title: 'Shorter waits',
    baseline: '14 days',
    target: '9 days',
    due: '2026-03-31',
    actual: '12 days',
    owner: 'Head of Access',
  }
  const register = withForm(
    {},
    { benefits: [late, { title: 'Fewer admissions', due: '2026-06-30' }, { title: 'More choice', due: '2027-01-31' }] },
  )
  test('that was missed or is past its day is in the Board paper and on the page, with its owner', () => {
    for (const which of [boardUpdate, partnership]) {
      const text = paper(which, register)
      expect(text).toContain('Shorter waits | 9 days | 31 March 2026 | 12 days | missed | Head of Access |')
      expect(text).toContain(
        'Fewer admissions | not recorded | 30 June 2026 | not recorded | past its day, nothing recorded | not recorded |',
      )
    }
    expect(paper(boardUpdate, register)).toContain(
      '- **Benefit missed** (2): Crisis Line: Shorter waits, due 31 March 2026; Crisis Line: Fewer admissions, due 30 June 2026',
    )
  })
  test('is a duty until it has come', () => {
    const told = dutiesOf(register, answerPolicy(register, AS_OF)).filter((it) => it.kind === 'benefit')
    expect(told.map((it) => [it.what, it.role, it.why])).toEqual([
      ['Benefit: Shorter waits', 'Head of Access', 'missed: 9 days wanted, 12 days reached'],
      ['Benefit: Fewer admissions', 'Lead', 'past its day, nothing recorded'],
      ['Benefit: More choice', 'Lead', 'a benefit that is to come'],
    ])
  })
})

test('risks that answer every category are the risk profile, from the day on which the lead confirmed them', () => {
  const categories = answerPolicy(registerOf({}), AS_OF)
    .policy.entries('risk-categories')
    .map((it) => it.id)
  const stateOf = (more: Record<string, unknown>, answered = categories) => {
    const risks = answered.map((category) => ({ category, none: 'Nothing above 3.' }))
    const own = crisis({ risks, ...more })
    const found = answerPolicy(registerWith([own], [organisationOf('us')]), AS_OF).documents(own)
    return found.find((it) => it.type === 'risk-profile')!.state
  }
  expect(stateOf({ confirmed: '2026-08-01' })).toBe('held')
  expect(stateOf({ confirmed: '2020-08-01' })).toBe('expired')
  expect(stateOf({})).toBe('unsigned')
  expect(stateOf({ confirmed: '2026-08-01' }, categories.slice(1))).toBe('missing')
  expect(stateOf({ documents: [{ type: 'risk-profile', signed: '2026-01-01' }] }, [])).toBe('held')
})
