import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

const POLICY = `
tiers:
  standard: { points: 0 }
risk-categories:
  finances: { title: Finances }
  systems: { title: Systems }
self-assessment:
  A1:
    area: Governing body
    title: trustees or directors in post
    answer: number
    error: { below: 3 }
    why: Two cannot outvote one another
  A2:
    area: Governing body
    title: payments need two people
    answer: yes-no
    warning: { is: [no] }
  D1:
    title: last day of the data protection fee
    answer: day
    when: { data: personal }
    error: { ends-within: 0 days }
    basis: regulation
    source: Data Protection Regulations 2018
  E1:
    title: incidents reach us
    answer: yes-no
    when: { care: true }
`
const QUALITY = `
quality-review:
  safe-plans:
    area: Safe
    title: whether plans are current
    why: Harm falls between two organisations
  led:
    area: Well-led
    title: who decides what
`
const GROUP = `name: Walking Group
status: active
kind: memorandum
data: { level: none }
partners:
  - { organisation: elmore, roles: [provider] }
`
const RISKS = `risks:
  - id: grant
    category: finances
    title: The grant ends
    likelihood: 4
    consequence: 4
    due: 2027-03-31
  - category: systems
    none: No shared system.
`
const register = (more: Readonly<Record<string, string>> = {}) =>
  registerOf({
    'policy.yaml': POLICY,
    'organisations/us.yaml': 'name: Riverside Trust\nkind: nhs-trust\n',
    'organisations/elmore.yaml':
      'name: Elmore\nkind: third-sector\nself-assessments:\n  - date: 2025-04-01\n    answers:\n      A1: 7, one seat is vacant\n',
    'organisations/other.yaml': 'name: Other\nkind: third-sector\n',
    'partnerships/walking-group.yaml': GROUP + RISKS,
    ...more,
  })

const env = { PARTNERS_AS_OF: '2026-11-30' }
const form = (root: string, ...args: string[]) => runPartners(['form', ...args, '-r', root], { env })
function record(root: string, name: string, of: string, text: string, file = 'form.yaml') {
  writeFileSync(join(root, file), text)
  const { code, stdout, stderr } = runPartners(['record', name, of, '--from', join(root, file), '-r', root], { env })
  return { code, stdout, stderr: stderr.replaceAll(`${root}/`, '') }
}
const read = (root: string, file: string) => readFileSync(join(root, file), 'utf8')

describe('partners form', () => {
  test('lists the forms', () => {
    const { code, stdout } = form(register())
    expect(code).toBe(0)
    for (const name of ['self-assessment', 'risk-profile', 'quality-review']) expect(stdout).toContain(name)
  })

  test('asks an organisation what applies or may apply to it, with its last answers in place', () => {
    const { stdout } = form(register(), 'self-assessment', '--for', 'elmore')
    expect(stdout).toContain('# Governance self-assessment: Elmore\n')
    expect(stdout).toContain('## Governing body\n')
    expect(stdout).toContain(
      '### A1. Trustees or directors in post\n\nAnswer with a number. Acceptable: 3 or more. Why we ask: Two cannot outvote one another.\n\n> **Answer:** 7, one seat is vacant\n',
    )
    expect(stdout).toContain('Your answers of 1 April 2025 are filled in.')
    expect(stdout).not.toContain('D1')
    expect(stdout).toContain('You are asked because care is not known; leave it out if it is not for you.')
    expect(stdout).toContain('### E1.')
  })

  test('has every question on a blank form, and says for whom', () => {
    const { stdout } = form(register(), 'self-assessment')
    expect(stdout).toContain('Acceptable: a date that has not passed. For partners where data is personal.')
    expect(stdout).toContain('Required by regulations: Data Protection Regulations 2018.')
    expect(stdout).not.toContain('vacant')
  })

  test('has the open risks of each category, or the reason why there is none', () => {
    const { stdout } = form(register(), 'risk-profile', '--for', 'walking-group')
    expect(stdout).toContain('| 4 | Likely |')
    expect(stdout).toContain('### The grant ends\n')
    expect(stdout).toContain('> **In place by:** 31 March 2027\n')
    expect(stdout).toContain('> **Why there is none:** No shared system.\n')
  })

  test('has the questions of the policy for peers by area, and free areas where it has none', () => {
    const asked = form(register({ 'policy.yaml': POLICY + QUALITY }), 'quality-review', '--for', 'walking-group').stdout
    expect(asked).toMatch(/## Safe\n[^]*Whether plans are current[^]*Grade: Safe[^]*## Well-led/)
    expect(form(register(), 'quality-review').stdout).toContain('> **Area:**')
  })

  test('has a grade for each of five areas, and the questions of the Care Quality Commission in them', () => {
    const questions = readFileSync(new URL('forms/quality-review.yaml', import.meta.url), 'utf8')
    const root = register({ 'policy.yaml': POLICY + questions })
    const { stdout } = form(root, 'quality-review')
    const areas = ['Access and referral', 'Support and care', 'Workforce', 'Records and information']
    for (const area of [...areas, 'Leadership and learning']) expect(stdout).toContain(`### Grade: ${area}\n`)
    for (const key of ['Safe', 'Effective', 'Caring', 'Responsive', 'Well-led'])
      expect(stdout).toMatch(new RegExp(`### Q\\d\\w\\. ${key}: `))
    const { findings } = JSON.parse(runPartners(['validate', '--format', 'json', '-r', root], { env }).stdout) as {
      findings: { file: string }[]
    }
    expect(findings.filter((it) => it.file.endsWith('policy.yaml'))).toEqual([])
  })

  test('says that a partnership is confidential', () => {
    const root = register({ 'partnerships/walking-group.yaml': `${GROUP}confidential: true\n` })
    expect(form(root, 'risk-profile', '--for', 'walking-group').stdout).toContain('This partnership is confidential.')
  })

  test('is one page without scripts, with a label at each table', () => {
    const { stdout } = form(register(), 'risk-profile', '--format', 'html')
    expect(stdout).toContain('<html lang="en-GB">')
    expect(stdout).toContain('aria-labelledby="likelihood"')
    expect(stdout).not.toContain('<script')
  })

  test('shows hostile text as text', () => {
    const root = register({
      'organisations/elmore.yaml': 'name: "<b>El</b> | \\u202Emore\\n# x"\nkind: third-sector\n',
    })
    const page = form(root, 'self-assessment', '--for', 'elmore', '--format', 'html').stdout
    expect(page).not.toContain('<b>El')
    expect(page).not.toContain('\u202E')
    const yaml = form(root, 'self-assessment', '--for', 'elmore', '--format', 'yaml').stdout
    expect(yaml).not.toContain('\n# x')
    expect(record(root, 'self-assessment', 'elmore', yaml.replace('A1:', 'A1: 4')).code).toBe(0)
  })

  test('refuses formats and subjects that there are not', () => {
    const root = register()
    expect(form(root, 'self-assessment', '--out', 'x.docx').stderr).toContain('forms are not written as .docx')
    expect(form(root, 'self-assessment', '--for', 'walking-group').code).toBe(2)
  })
})

describe('partners record self-assessment --from', () => {
  test('takes the printed form back, and says what is not answered', () => {
    const root = register()
    const blank = form(root, 'self-assessment', '--for', 'elmore', '--format', 'yaml').stdout
    const filled = blank
      .replace('\ndate:', '\ndate: 2026-11-01')
      .replace('\n  A2:', '\n  A2: yes')
      .replace(/A1: .*/, 'A1: 5')
    const { code, stdout } = record(root, 'self-assessment', 'elmore', filled)
    expect([code, read(root, 'organisations/elmore.yaml')]).toEqual([
      0,
      expect.stringContaining('  - date: 2026-11-01\n    answers:\n      A1: 5\n      A2: "yes"'),
    ])
    expect(stdout).toContain('Not answered: E1.')
  })

  test('names every mistake with its line, and writes nothing', () => {
    const root = register()
    const before = read(root, 'organisations/elmore.yaml')
    const { code, stderr } = record(
      root,
      'self-assessment',
      'elmore',
      'form: self-assessment\ncolour: red\nanswers:\n  A1: many\n  A2: yes\n  A2: no\n  Z9: what\n  __proto__: x\n  E1: "  "\n',
    )
    expect([code, read(root, 'organisations/elmore.yaml')]).toEqual([2, before])
    expect(stderr).toMatch(/form\.yaml:2:1: "colour" is not a key/)
    expect(stderr).toMatch(/form\.yaml:4:7: A1: "many" is not a number/)
    expect(stderr).toMatch(/form\.yaml:6:3: .*A2/)
    expect(stderr).toMatch(/form\.yaml:7:7: the form has no question "Z9"/)
    expect(stderr).toMatch(/form\.yaml:8:3: "__proto__"/)
    expect(stderr).not.toMatch(/form\.yaml:9/)
  })

  test.each([
    ['form: risk-profile\nrisks: []\n', 'form.yaml:1:7: this is the form "risk-profile", not self-assessment'],
    ['answers: { A1: 4 }\n', 'the file does not say which form it is'],
    [
      'form: self-assessment\nfor: organisations/other\nanswers: { A1: 4 }\n',
      'form.yaml:2:6: this is the form of Other, not of Elmore',
    ],
    ['form: self-assessment\nanswers: { A1: }\n', 'no answer is given'],
    ['', 'form.yaml:1:1: this file is empty; partners form self-assessment --format yaml prints one'],
    ['form: self-assessment\na: &a [x, x]\nb: &b [*a, *a]\nanswers: { A1: *b }\n', 'form.yaml:3:8'],
    ['form: self-assessment\nanswers: { A1: 5, x-A2: yes }\n', 'form.yaml:2:19: the form has no question "x-A2"'],
    ['form: self-assessment\nanswers: {\n', 'form.yaml:'],
  ])('refuses %j', (text, message) => {
    const root = register()
    const { code, stderr } = record(root, 'self-assessment', 'elmore', text)
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
    expect(stderr).not.toContain('error in the tool')
  })

  test('refuses a file that nobody filled in by hand', () => {
    const huge = `form: self-assessment\nanswers: { A1: ${'4'.repeat(2_000_000)} }\n`
    const { code, stderr } = record(register(), 'self-assessment', 'elmore', huge)
    expect([code, stderr]).toEqual([2, expect.stringContaining('cannot be read: it is too large')])
  })

  test('takes a table with the columns question and answer', () => {
    const root = register()
    const { code } = record(
      root,
      'self-assessment',
      'elmore',
      '\uFEFFQuestion,Text,Answer\r\nA1,Trustees,"5, ""two"" new"\r\nA2,,\r\n',
      'a.csv',
    )
    expect([code, read(root, 'organisations/elmore.yaml')]).toEqual([0, expect.stringContaining('A1: 5, "two" new')])
    const again = record(root, 'self-assessment', 'elmore', 'question;answer\nA1;5\nA1;6\n;7\n', 'a.csv')
    expect(again.stderr).toMatch(/a\.csv:3:1: A1 is answered twice[^]*a\.csv:4:2: this answer has no question/)
    expect(record(root, 'self-assessment', 'elmore', 'a,b\n1,2\n', 'a.csv').stderr).toContain(
      'columns question and answer',
    )
  })
})

describe('partners record risk-profile --from', () => {
  const HEAD = 'form: risk-profile\nfor: partnerships/walking-group\nrisks:\n'

  test('changes the risks that are there, adds others in their order, and removes none', () => {
    const root = register()
    const { code, stdout } = record(
      root,
      'risk-profile',
      'walking-group',
      `${HEAD}  - { id: grant, likelihood: 2 }\n  - { category: finances, title: One }\n  - { category: finances, title: Two }\n  - { category: systems }\n`,
    )
    expect(code).toBe(0)
    expect(read(root, 'partnerships/walking-group.yaml')).toBe(
      `${GROUP}${RISKS.replace('likelihood: 4', 'likelihood: 2')}  - category: finances\n    title: One\n  - category: finances\n    title: Two\n`,
    )
    expect(stdout).toContain('The grant ends: likelihood 4 is now 2.')
    expect(stdout).toContain('New risk: One.')
  })

  test('changes nothing if the printed form comes back as it was', () => {
    const root = register()
    const printed = form(root, 'risk-profile', '--for', 'walking-group', '--format', 'yaml').stdout
    const { code, stdout } = record(root, 'risk-profile', 'walking-group', printed)
    expect([code, read(root, 'partnerships/walking-group.yaml')]).toEqual([0, GROUP + RISKS])
    expect(stdout).toContain('Nothing to change')
  })

  test('says that a category no longer has none, and what the form does not mention', () => {
    const root = register()
    const { stdout } = record(
      root,
      'risk-profile',
      'walking-group',
      `${HEAD}  - { category: systems, title: Outage }\n`,
    )
    expect(stdout).toContain('systems: it no longer says that there is no risk above 3 (“No shared system.”).')
    expect(stdout).toContain('so they stay as they are: The grant ends.')
  })

  test('names every mistake with its line', () => {
    const root = register()
    const { code, stderr } = record(
      root,
      'risk-profile',
      'walking-group',
      `${HEAD}  - { category: finnces, title: A }\n  - { category: finances, titel: B }\n  - { category: finances, title: C, likelihood: 9 }\n`,
    )
    expect(code).toBe(2)
    expect(stderr).toMatch(/form\.yaml:4:17: .*"finnces"/)
    expect(stderr).toMatch(/form\.yaml:5:27: "titel" is not a key/)
    expect(stderr).toMatch(/form\.yaml:6:49: likelihood: /)
  })

  test.each(['risks: text', 'risks: { a: b }', 'risks: [[a]]', 'risks: [x]', 'risks: [{ title: { a: b } }]'])(
    'reports %j in a line, without a stack',
    (text) => {
      const { code, stderr } = record(register(), 'risk-profile', 'walking-group', `form: risk-profile\n${text}\n`)
      expect([code, stderr]).toEqual([2, expect.stringMatching(/^partners: form\.yaml:2:/)])
      expect(stderr).not.toContain('error in the tool')
    },
  )

  test.each([
    ['  - { id: gone, likelihood: 1 }', 'has no risk "gone"'],
    ['  - { category: finances, none: All is fixed. }', '“The grant ends” is an open risk of this category'],
    ['  - { category: finances, title: A, none: B }', 'also says why there is none'],
    ['  - { id: grant, likelihood: 1 }\n  - { id: grant, likelihood: 2 }', 'is on the form twice'],
    ['  - { category: finances, likelihood: 1 }', 'this risk has no title'],
  ])('refuses %s', (risk, message) => {
    const { code, stderr } = record(register(), 'risk-profile', 'walking-group', `${HEAD}${risk}\n`)
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })
})

describe('partners record quality-review --from', () => {
  const HEAD =
    'form: quality-review\nfor: partnerships/walking-group\ndate: 2026-10\ntitle: Walks\nreviewer: Other\ngrade: good\n'

  test('records grades by area, findings and actions', () => {
    const root = register({ 'policy.yaml': POLICY + QUALITY })
    const { code, stdout } = record(
      root,
      'quality-review',
      'walking-group',
      `${HEAD}areas:\n  - { area: Safe, grade: good }\n  - { area: Well-led }\nanswers:\n  safe-plans: All are.\nactions:\n  - { title: Share the plan, due: 2027-01 }\n`,
    )
    expect([code, read(root, 'partnerships/walking-group.yaml')]).toEqual([
      0,
      expect.stringContaining(
        '    reviewer: other\n    grade: good\n    state: done\n    period: 2026-10\n    areas: [Safe]\n    grades:\n      Safe: good\n    answers:\n      safe-plans: All are.\n    actions:\n      - title: Share the plan\n        due: 2027-01\n',
      ),
    ])
    expect(stdout).toContain('Not answered: led.')
  })

  test('names every mistake with its line', () => {
    const { code, stderr } = record(
      register({ 'policy.yaml': POLICY + QUALITY }),
      'quality-review',
      'walking-group',
      `${HEAD.replace('Other', 'Nobody')}areas:\n  - { area: Safe, grade: brilliant }\nanswers:\n  unsafe: x\n`,
    )
    expect(code).toBe(2)
    expect(stderr).toMatch(/form\.yaml:5:11: there is no organisation "Nobody"/)
    expect(stderr).toMatch(/form\.yaml:8:26: "brilliant"/)
    expect(stderr).toMatch(/form\.yaml:10:11: the form has no question "unsafe"/)
  })
})
