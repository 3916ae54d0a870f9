import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnswer } from '../../src/model/answer.js'
import { answerPolicy } from '../../src/policy/answers.js'
import { mergePolicies } from '../../src/policy/merge.js'
import { checkRegister } from '../../src/rules/check.js'
import { rules } from '../../src/rules/index.js'
import { nhs2026, organisationOf, partnershipOf, policyOf, registerOf } from './sample.js'

const asOf = '2026-06-01'
const selfAssessment = rules.filter((it) => it.code.startsWith('self-assessment/'))
const questions = mergePolicies([nhs2026]).entries('self-assessment')
const major = {
  kind: 'contract',
  care: 'true',
  value: { amount: '2m', per: 'year', direction: 'spend' },
  data: { level: 'special-category' },
  partners: [{ organisation: 'us' }, { organisation: 'mind', roles: ['provider'] }],
}

/** What is told of the answers of an organisation, as `A3 self-assessment/poor-answer`. */
function told(answers: Record<string, string>, written: Record<string, unknown> = major, organisation = {}) {
  const mind = organisationOf('mind', { 'self-assessments': [{ date: '2026-05', answers }], ...organisation })
  const standard = policyOf({ standard: { version: '2', from: '2020' } })
  const register = registerOf({
    partnerships: [partnershipOf(written)],
    organisations: [organisationOf('us'), mind],
    policies: [standard, nhs2026],
  })
  const { findings } = checkRegister({ register, policy: answerPolicy(register, asOf), asOf }, selfAssessment)
  return findings
    .filter((it) => it.code !== 'self-assessment/unanswered')
    .map(({ key, code, message, cause, because }) => ({
      about: `${key} ${code.split('/')[1]}`,
      message,
      cause,
      because,
    }))
}

test('what has no answer is one finding of the form, which names the questions', () => {
  const unanswered = (answers: Record<string, string>) => {
    const mind = organisationOf('mind', { 'self-assessments': [{ date: '2026-05', answers }] })
    const register = registerOf({
      partnerships: [partnershipOf(major)],
      organisations: [organisationOf('us'), mind],
      policies: [nhs2026],
    })
    const { findings } = checkRegister({ register, policy: answerPolicy(register, asOf), asOf }, selfAssessment)
    return findings.filter((it) => it.code === 'self-assessment/unanswered').map(({ key, message }) => [key, message])
  }
  const { A2: _, ...others } = good
  const [[key, message] = [], ...more] = unanswered({ A1: 'charity, 1089093', A3: '7' })
  expect(more).toEqual([])
  expect(key).toBe('2026-05')
  expect(message).toMatch(/^\d+ of \d+ questions have no answer: A2, A4, /)
  expect(unanswered(others)).toEqual([['2026-05', expect.stringMatching(/^1 of \d+ questions has no answer: A2, /)]])
  expect(unanswered(good)).toEqual([])
})

test('the released policy asks 25 questions, each with what it needs', () => {
  expect(questions).toHaveLength(25)
  const incomplete = questions.filter(({ data: { title, why, answer, values, document, error, warning, ...rest } }) => {
    const words = [...(error?.is ?? []), ...(warning?.is ?? [])]
    return (
      title === undefined ||
      why === undefined ||
      values.length > 0 !== (answer === 'choice') ||
      (document === undefined) === (answer === 'document') ||
      (document !== undefined && !Object.hasOwn(nhs2026.data.documents, document)) ||
      words.some((it) => readAnswer(it, { ...rest, answer, values }).kind !== 'word')
    )
  })
  expect(incomplete.map((it) => it.id)).toEqual([])
})

const good: Record<string, string> = {
  A1: 'charity, 1089093',
  A2: '2024-04',
  A3: '7',
  A4: '6',
  A5: 'yes',
  B1: '2026-03-31',
  B2: '20%',
  B3: '6',
  B4: '2027-03-31',
  B5: 'Yes',
  C1: '2025-03-01, Head of Care',
  C2: '2025-10',
  C3: '100',
  D1: '2027-01-31, ZA123456',
  D2: 'standards-met',
  D3: '97',
  D4: '0',
  D5: 'yes, under the UK addendum',
  E1: 'good, Care Quality Commission',
  E2: 'yes',
  E3: '2026-05-20',
  E4: '2026-01',
  F1: '2',
  F2: 'none',
  F3: 'yes',
}
const onFile = {
  identifiers: [{ scheme: 'charity', id: '1089093' }],
  documents: [
    { type: 'accounts', signed: '2026-05-01' },
    { type: 'insurance', signed: '2026-04-01' },
  ],
}

test('nothing is told of good answers', () => {
  expect(told(good, major, onFile)).toEqual([])
})

test.each([
  ['A1', 'none', 'unacceptable-answer', 'the answer is none'],
  ['A1', 'charity', 'poor-answer', 'no number is given'],
  ['A1', 'charity, 279417', 'poor-answer', '“279417” is not an identifier that the register has for it'],
  ['A2', '2021-05', 'poor-answer', 'May 2021 is more than 60 months ago'],
  ['A2', 'none', 'poor-answer', 'there is none'],
  ['A3', '2', 'unacceptable-answer', '2 is below 3'],
  ['A4', '1', 'unacceptable-answer', '1 is below 2'],
  ['A4', '3', 'poor-answer', '3 is below 4'],
  ['A5', 'no', 'unacceptable-answer', 'the answer is no'],
  [
    'A5',
    'yes: our chair sits on your Board',
    'poor-answer',
    'the answer is yes, and the answer adds “our chair sits on your Board”',
  ],
  ['B1', '2024-03-31', 'unacceptable-answer', '31 March 2024 is more than 22 months ago'],
  ['B1', 'no', 'unacceptable-answer', 'there is none'],
  ['B2', '51 %', 'poor-answer', '51 is above 50'],
  ['B3', '0.5', 'unacceptable-answer', '0.5 is below 1'],
  ['B3', '2', 'poor-answer', '2 is below 3'],
  ['B4', '2026-05-31', 'unacceptable-answer', '31 May 2026 is past'],
  ['B4', '2026-06-01', 'poor-answer', '1 June 2026 is less than 60 days away'],
  ['B5', 'no', 'poor-answer', 'the answer is no'],
  ['C1', 'none', 'unacceptable-answer', 'the answer is none'],
  ['C1', '2023-05-31', 'poor-answer', '31 May 2023 is more than 36 months ago'],
  ['C2', 'none', 'unacceptable-answer', 'the answer is none'],
  ['C2', '2024-05-31', 'poor-answer', '31 May 2024 is more than 24 months ago'],
  ['C3', '95', 'unacceptable-answer', '95 is below 100, and no details are given'],
  ['C3', '95, soon', 'unacceptable-answer', '95 is below 100, and “soon” gives no date'],
  ['D1', 'none', 'unacceptable-answer', 'there is none'],
  ['D2', 'none', 'unacceptable-answer', 'the answer is none'],
  ['D2', 'approaching-standards', 'poor-answer', 'the answer is approaching-standards'],
  ['D3', '94.9', 'poor-answer', '94.9 is below 95'],
  ['D4', '1', 'poor-answer', '1 is above 0'],
  ['D5', 'yes', 'poor-answer', 'the answer is yes, and no details are given'],
  ['E1', 'inadequate', 'unacceptable-answer', 'the answer is inadequate'],
  ['E1', 'requires-improvement', 'poor-answer', 'the answer is requires-improvement'],
  ['E2', 'no', 'unacceptable-answer', 'the answer is no'],
  ['E3', '2025-11-30', 'poor-answer', '30 November 2025 is more than 6 months ago'],
  ['E4', '2025-05', 'unacceptable-answer', 'May 2025 is more than 12 months ago'],
  ['F1', '1', 'poor-answer', 'it is 1; version 2 is in force'],
  ['F2', 'Mind; Hillside Care', 'poor-answer', 'not an organisation of this register: Hillside Care'],
  ['F3', 'no', 'poor-answer', 'the answer is no'],
])('%s %s is a %s', (id, answer, code, said) => {
  const found = told({ ...good, [id]: answer }, major, onFile)
  expect(found.map((it) => it.about)).toEqual([`${id} ${code}`])
  expect(found[0]!.message).toMatch(new RegExp(`^${id}, .*: ${said.replace(/[.“”()]/g, '.')}$`))
})

test.each([
  ['C3', '95, the last two by March 2027'],
  ['D5', 'no'],
  ['A3', 'not applicable, we are a committee'],
])('%s %s is in order', (id, answer) => {
  expect(told({ ...good, [id]: answer }, major, onFile)).toEqual([])
})

test('a limit or a question with a condition holds where any partnership makes it so', () => {
  const answers = { A1: 'none', D1: 'none', E4: '2025-05', F3: 'no', E2: 'no' }
  const small = { ...major, kind: 'memorandum', value: undefined, care: 'false', data: { level: 'none' } }
  expect(told(answers, small).map((it) => it.about)).toEqual(['E4 poor-answer'])
  expect(told(answers, { ...major, status: 'ended' }).map((it) => it.about)).toEqual(['E4 poor-answer'])
  const due = told({ D1: 'none' })[0]!
  expect(due.because).toMatchObject([
    {
      text: 'D1: data is special category (Data protection fee of the Information Commissioner)',
      at: { path: ['self-assessment', 'D1', 'error'] },
    },
  ])
})

test('what is not known makes no answer unacceptable', () => {
  expect(told({ D1: 'none' }, { ...major, data: undefined })).toEqual([])
})

test('what the passing of days brought is told apart', () => {
  expect(told({ C2: '2024-05-31' })[0]!.cause).toBe('time')
  expect(told({ C2: 'none' })[0]!.cause).toBe('content')
})

test('an own question replaces the inherited one; one that is taken out may have been answered', () => {
  const own = policyOf({ 'self-assessment': { A3: { answer: 'number', error: { below: '5' } }, A4: { off: 'Seen.' } } })
  const merged = mergePolicies([own, nhs2026]).entries('self-assessment')
  expect(merged).toHaveLength(24)
  expect(merged.find((it) => it.id === 'A3')!.data.error!.below).toBe(5)
})

describe('an answer', () => {
  const number = { ...questions[0]!.data, answer: 'number' as const }
  test.each([
    ['1,200', { kind: 'number', number: 1200, detail: undefined }],
    ['95 (two to come)', { kind: 'number', number: 95, detail: '(two to come)' }],
    ['95 %; two to come', { kind: 'number', number: 95, detail: 'two to come' }],
    ['n/a', { kind: 'not-applicable', detail: undefined }],
    ['Not applicable: we have no staff', { kind: 'not-applicable', detail: 'we have no staff' }],
    ['many', { kind: 'wrong', expected: 'a number' }],
  ])('%s', (written, answer) => {
    expect(readAnswer(written, number)).toMatchObject(answer)
  })

  test('of any kind to any question is read or told, never an exception', () => {
    const written = fc.oneof(
      fc.string({ unit: 'grapheme' }).filter((it) => !/^[.…\s]*$/.test(it)),
      fc.constantFrom('yes', 'none', '2026-05', '31/02/2019', '12'),
    )
    const answers = fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...questions.map((it) => it.id))), written)
    fc.assert(
      fc.property(answers, (given) => {
        expect(() => told(given)).not.toThrow()
      }),
    )
  })
})
