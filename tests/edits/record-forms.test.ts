import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { atTerminal } from './at-terminal.js'
import { change, harbour } from './harbour.js'

const QUESTIONS = `self-assessment:
  A1:
    title: legal form
    answer: choice
    values: [charity, company, none]
    error:
      is: [none]
  A2:
    title: number of trustees
    answer: number
    warning:
      below: 3
  L1:
    title: is the council's scheme of delegation published
    answer: yes-no
    when:
      partner-kind: council
standard:
  version: "2.0"
  from: 2026-01-01
`
const AUDITS = `audits:
  - id: internal
    title: Partnership working
    state: reported
`

/** The harbour with a policy of its own, an audit and an evaluation. */
function quay() {
  const root = harbour({ 'policy.yaml': QUESTIONS })
  change(root, 'record', 'evaluation', 'rrp', '--title', 'Two years on', '--state', 'reported')
  return root
}
const audited = () => harbour({ 'register.yaml': `schema: 1\norganisation: us\nas-of: 2026-09-30\n${AUDITS}` })

describe('record self-assessment', () => {
  const record = (root: string, ...args: string[]) => change(root, 'record', 'self-assessment', ...args)

  test('writes the answers, and says what stands open and what is no good answer', () => {
    const { code, stdout, file } = record(quay(), 'mind', '--date', '2026-09-01', '--answer', 'A1=none', 'A2=2')
    expect(code).toBe(0)
    expect(file('organisations/mind.yaml')).toContain(
      'self-assessments:\n  - date: 2026-09-01\n    answers:\n      A1: none\n      A2: 2\n',
    )
    expect(stdout).toContain('Self-assessment of Riverside Mind of 1 September 2026 is recorded: 2 answers.')
    expect(stdout).toMatch(/1 answer is not acceptable: .*legal form/s)
    expect(stdout).toMatch(/1 answer is a concern: .*number of trustees/s)
    expect(stdout).not.toContain('L1')
  })

  test('completes a form of the same day, and does not ask again for what it has', () => {
    const root = quay()
    const first = record(root, 'mind', '--date', '2026-09-01', '--answer', 'A1=charity')
    expect(first.stdout).toMatch(/Not answered: .*\bA2\b/)
    const { stdout, file } = record(root, 'mind', '--date', '2026-09-01', '--answer', 'A2=7')
    expect(stdout).not.toMatch(/Not answered: .*\bA1\b/)
    expect(file('organisations/mind.yaml')).toMatch(/answers:\n +A1: charity\n +A2: 7\n/)
  })

  test.each([
    ['a question that the form does not have', ['A1a=charity'], 'the form has no question "A1a"'],
    ['a hostile question', ['__proto__=charity'], 'the form has no question "__proto__"'],
    ['an answer that is not among the choices', ['A1=club'], 'A1: "club" is not'],
    ['a question for others, with the reason', ['L1=yes'], 'L1 is not a question for Riverside Mind'],
    ['a question answered twice', ['A1=charity', 'A1=none'], 'A1 is answered twice'],
    ['what is no answer', ['A1'], '"A1" is no answer'],
  ])('refuses %s', (_, answers, message) => {
    const root = quay()
    const before = readFileSync(join(root, 'organisations/mind.yaml'), 'utf8')
    const { code, stderr, file } = record(root, 'mind', '--answer', ...answers)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) })
    expect(file('organisations/mind.yaml')).toBe(before)
  })

  test('names everything that is wrong at once', () => {
    const { stderr } = record(quay(), 'mind', '--answer', 'A1=club', 'X9=yes')
    expect(stderr).toContain('A1: "club"')
    expect(stderr).toContain('"X9"')
  })

  test.each([
    ['a day in the future', ['mind', '--date', '2026-10-01', '--answer', 'A1=charity'], 'is in the future'],
    ['an organisation that there is not', ['mnd', '--answer', 'A1=charity'], '"mnd"'],
    ['what completes no form', ['register', '--answer', 'A1=charity'], 'the register has no self-assessments'],
    [
      'a partnership without the form',
      ['rrp', '--answer', 'aims=agreed'],
      'policy asks its questions of organisations',
    ],
  ])('refuses %s', (_, args, message) => {
    const { code, stderr } = record(quay(), ...args)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) })
  })

  test('takes the answers of a partnership to a form of its own', () => {
    const args = ['rrp', '--form', 'Checklist, 2026', '--answer', 'aims=agreed']
    const { code, stdout, file } = record(quay(), ...args)
    expect(code).toBe(0)
    expect(stdout).toContain('Self-assessment of Riverside Recovery Partnership of 30 September 2026 is recorded')
    expect(file()).toMatch(/form: Checklist, 2026\n +answers:\n +aims: agreed\n/)
  })

  test('--dry-run writes nothing', () => {
    const { code, file } = record(quay(), 'mind', '--dry-run', '--answer', 'A1=charity')
    expect(code).toBe(0)
    expect(file('organisations/mind.yaml')).not.toContain('self-assessments')
  })
})

describe('record standard', () => {
  test.each([
    ['rrp', 'partnerships/rrp.yaml'],
    ['organisations/mind', 'organisations/mind.yaml'],
  ])('%s has signed the version in force, today', (id, path) => {
    const { code, stdout, file } = change(quay(), 'record', 'standard', id)
    expect(code).toBe(0)
    expect(stdout).toContain('has signed version 2.0 of the partnership standard')
    expect(file(path)).toMatch(/standard:\n +version: 2\.0\n +agreed: 2026-09-30\n/)
  })

  test('refuses what cannot sign, and a day that is none', () => {
    expect(change(quay(), 'record', 'standard', 'register').stderr).toContain('the register cannot sign the standard')
    expect(change(quay(), 'record', 'standard', 'mind', '--date', 'soon').code).toBe(2)
  })

  test('without a standard in force it wants the version', () => {
    expect(change(harbour(), 'record', 'standard', 'mind')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no version of the standard is in force'),
    })
  })
})

describe('record recommendation', () => {
  const record = (root: string, ...args: string[]) => change(root, 'record', 'recommendation', ...args)
  const full = ['--title', 'Sign every contract', '--priority', 'high', '--response', 'Agreed.', '--due', '2026-12']

  test('on a partnership, an evaluation and an audit, and it stands in due', () => {
    const root = quay()
    expect(record(root, 'rrp', ...full).code).toBe(0)
    const { file } = record(root, 'rrp', '--evaluation', 'two years on', '--title', 'Agree an exit plan')
    expect(file()).toMatch(/evaluations:\n[^]*recommendations:\n +- title: Agree an exit plan\n/)
    const due = change(root, 'due', '--within', '180', '--format', 'json').stdout
    expect(due).toContain('Sign every contract')
    const other = audited()
    expect(record(other, '--audit', 'internal', ...full).file('register.yaml')).toMatch(
      /state: reported\n +recommendations:\n +- title: Sign every contract\n +priority: high\n +response: Agreed\.\n +due: 2026-12\n/,
    )
    expect(change(other, 'due', '--within', '180', '--format', 'json').stdout).toContain('Sign every contract')
  })

  test.each([
    ['an audit that there is not', ['--audit', 'intrenal', ...full], 'did you mean internal?'],
    ['an audit of a partnership', ['rrp', '--audit', 'internal', ...full], 'leave out the partnership'],
    ['nothing that it is of', full, 'belongs to a partnership or to an audit'],
    ['an evaluation that there is not', ['rrp', '--evaluation', 'x', ...full], 'there is no "x" among the evaluations'],
    ['a priority that there is not', ['rrp', '--title', 'x', '--priority', 'urgent'], '"urgent"'],
    ['no title', ['rrp', '--priority', 'high'], 'title'],
  ])('refuses %s', (_, args, message) => {
    const { code, stderr } = record(audited(), ...args)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) })
  })

  test('without audits it says how to add one, which is then found by its title as an id', () => {
    const root = harbour()
    const { stderr } = record(root, '--audit', 'partnership-working', ...full)
    expect(stderr).toContain(`partners set register 'audits[+].title' "Partnership working" adds one`)
    expect(change(root, 'set', 'register', 'audits[+].title', 'Partnership working').code).toBe(0)
    expect(record(root, '--audit', 'partnership-working', ...full).code).toBe(0)
    expect(record(root, '--audit', 'Partnership working', '--title', 'Test the exit plan').code).toBe(0)
  })

  test('stands in the papers of the partnership, with the evaluation that it is of', () => {
    const root = quay()
    record(root, 'rrp', '--evaluation', 'two years on', ...full, '--owner', 'COO')
    const paper = (...args: string[]) => change(root, 'report', ...args).stdout
    expect(paper('governance', 'rrp')).toContain(
      '| Sign every contract (of “Two years on”); high priority | Agreed. | Chief Operating Officer: December 2026 |',
    )
    expect(paper('evidence')).toMatch(/Sign every contract.*a recommendation of “Two years on”/)
  })

  test('refuses the same one twice', () => {
    const root = audited()
    record(root, '--audit', 'internal', ...full)
    expect(record(root, '--audit', 'internal', ...full).code).toBe(2)
  })

  test('asks at a terminal', async () => {
    const root = audited()
    const answers = ['Sign every contract', 'high', '', '', '2026-12']
    const { code, said } = await atTerminal(['record', 'recommendation', '--audit', 'internal', '-r', root], answers)
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringContaining('Recommendation of “Partnership working”'),
    })
    expect(readFileSync(join(root, 'register.yaml'), 'utf8')).toContain('priority: high')
  })
})

test.each([
  ['benefit', ['--title', 'Fewer nights', '--due', '2027-03'], /benefits:\n *- title: Fewer nights\n +due: 2027-03\n/],
  [
    'measure',
    ['--title', 'Referrals', '--period', '2025/26', '--actual', '15000'],
    /measures:\n *- title: Referrals\n/,
  ],
  [
    'evaluation',
    ['--title', 'Year one', '--state', 'planned'],
    /evaluations:\n *- title: Year one\n +state: planned\n/,
  ],
  ['issue', ['--title', 'No room', '--opened', '2026-03'], /issues:\n *- title: No room\n/],
  ['interest', ['--who', 'mind', '--what', 'Its chair is our governor'], /interests:\n *- who: mind\n/],
])('record %s adds one to a partnership', (kind, args, expected) => {
  const { code, file } = change(harbour(), 'record', kind, 'rrp', ...args)
  expect(code).toBe(0)
  expect(file()).toMatch(expected)
})
