import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { change, harbour } from './harbour.js'

const POLICY = `self-assessment:
  A1: { title: legal form, answer: choice, values: [charity, company] }
  A2: { title: cyber insurance, answer: yes-no, applies-from: 2026-11-01 }
  A3: { title: paper fallback, answer: yes-no, applies-to: 2026-03-31 }
quality-review:
  plans: { area: Safe, title: whether plans are current }
  cyber: { area: Safe, title: whether systems are patched, applies-from: 2026-11-01 }
  grant: { area: Safe, title: how the grant is spent, when: { kind: grant } }
`
const quay = () => harbour({ 'policy.yaml': POLICY })
const LATER = 'A2 is no question of 1 September 2026: it is asked from 1 November 2026'
const EARLIER = 'A3 is no question of 1 September 2026: it is asked until 31 March 2026'

function recordReview(root: string, answers: string) {
  writeFileSync(join(root, 'form.yaml'), `form: quality-review\ndate: 2026-09\ntitle: Walks\nanswers:\n${answers}`)
  return change(root, 'record', 'quality-review', 'rrp', '--from', 'form.yaml')
}

test.each([
  ['A2=yes', LATER],
  ['A3=yes', EARLIER],
])('a self-assessment has no answer to a question of other days: %s', (answer, message) => {
  const args = ['record', 'self-assessment', 'mind', '--date', '2026-09-01', '--answer', answer]
  const { code, stderr, file } = change(quay(), ...args)
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) })
  expect(file('organisations/mind.yaml')).not.toContain('self-assessments')
})

test('a whole document in one cell is not repeated in the error', () => {
  const root = quay()
  const long = 'x'.repeat(1_000_000)
  const record = (row: string) => {
    writeFileSync(join(root, 'a.csv'), `question,answer\n${row}\n`)
    return change(root, 'record', 'self-assessment', 'mind', '--from', 'a.csv').stderr
  }
  for (const said of [record(`A1,${long}`), record(`${long},yes`)]) {
    expect(said).toMatch(/"x{119}…"/)
    expect(said.length).toBeLessThan(600)
  }
})

test.each([
  ['blanks around quotes', '"question" , "answer"\n"A1" ,"charity" \n'],
  ['a line with the separator', 'sep=;\r\nquestion;answer\r\n"A1" ; "charity"\r\n'],
  ['a line with a comma as separator', '\uFEFFsep=,\nquestion,answer\nA1,charity\n'],
])('a table of answers as spreadsheets write it is read: %s', (_, table) => {
  const root = quay()
  writeFileSync(join(root, 'a.csv'), table)
  const { code, file } = change(root, 'record', 'self-assessment', 'mind', '--from', 'a.csv')
  expect(code).toBe(0)
  expect(file('organisations/mind.yaml')).toMatch(/answers:\n +A1: charity\n/)
})

test('a mistake after the line with the separator is shown in its own line', () => {
  const root = quay()
  writeFileSync(join(root, 'a.csv'), 'sep=;\nquestion;answer\nA1;"charity" or not\n')
  const { code, stderr } = change(root, 'record', 'self-assessment', 'mind', '--from', 'a.csv')
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('a.csv:3:4: the quotes') })
})

test('a question is answered while it is asked', () => {
  const args = ['record', 'self-assessment', 'mind', '--date', '2026-03-31', '--answer', 'A3=yes']
  expect(change(quay(), ...args).code).toBe(0)
})

test('a quality review has answers to the questions that its form prints, and no others', () => {
  const root = quay()
  const printed = change(root, 'form', 'quality-review', '--for', 'rrp').stdout
  expect(printed).toContain('plans')
  expect(printed).not.toMatch(/cyber|grant is spent/)
  const { code, stderr } = recordReview(root, '  cyber: They are.\n  grant: Well.\n')
  expect(code).toBe(2)
  expect(stderr).toContain(
    'form.yaml:5:10: cyber is no question of 30 September 2026: it is asked from 1 November 2026',
  )
  expect(stderr).toContain('form.yaml:6:10: grant is not a question for Riverside Recovery Partnership')
})

test('a quality review is not said to leave out what its form does not ask', () => {
  const { code, stdout } = recordReview(quay(), '  plans: They are.\n')
  expect(code).toBe(0)
  expect(stdout).not.toContain('Not answered')
})
