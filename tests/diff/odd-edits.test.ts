import { describe, expect, test } from 'vitest'
import { registerDiff } from '../../src/diff/register-diff.js'
import { checked, state, told, type Files } from './states.js'

const P = 'partnerships/csl.yaml'
const csl = (text = '', name = 'CSL'): Files => ({ [P]: `name: ${name}\nstatus: active\n${text}` })
const ofOne = (before: string, after: string) => told(csl(before), csl(after))
const settings = (text: string): Files => ({ 'register.yaml': `schema: 1\norganisation: us\n${text}` })

describe('which record is which', () => {
  test('of two files with one id, the one in the same folder', () => {
    const twice = (amount: string): Files => ({
      ...csl(),
      'partnerships/z/csl.yaml': `name: CSL\nstatus: active\nvalue:\n  amount: ${amount}\n`,
    })
    expect(told(twice('1m'), twice('2m'))).toEqual(['neutral: Value of CSL rose from £1m to £2m (+£1m, +100%)'])
    expect(told(csl(), twice('2m'))).toEqual(['neutral: CSL is new in the register (£2m)'])
  })

  test('two that swapped their ids are each what the other is called now', () => {
    const files = (a: string, b: string): Files => ({
      'partnerships/a.yaml': `name: ${a}\nstatus: active\n`,
      'partnerships/b.yaml': `name: ${b}\nstatus: active\n`,
    })
    expect(told(files('One', 'Two'), files('Two', 'One')).sort()).toEqual([
      'neutral: One has another id: b; it was a',
      'neutral: Two has another id: a; it was b',
    ])
  })

  test('what only has in common what many have is not taken for another', () => {
    const like = (name: string, more: string) =>
      `name: ${name}\nstatus: active\nkind: grant\nlead: A\nsponsor: B\ncare: false\n${more}`
    const before = { 'partnerships/walking.yaml': like('Walking group', 'start: 2024-01-01\nvalue:\n  amount: 5k\n') }
    const after = { 'partnerships/art.yaml': like('Art therapy', 'start: 2026-02-01\nvalue:\n  amount: 90k\n') }
    expect(told(before, after)).toEqual([
      'neutral: Art therapy is new in the register (grant, £90,000, led by A)',
      'alarm: Walking group was removed from the register without being ended first; it was active (grant, £5,000, led by A)',
    ])
  })

  test('hundreds of new ids are no alarm', () => {
    const many = (prefix: string): Files =>
      Object.fromEntries(
        Array.from({ length: 600 }, (_, n) => [
          `partnerships/${prefix}${n}.yaml`,
          `name: Number ${n}\nstatus: active\n`,
        ]),
      )
    const facts = told(many('old-'), many('new-'))
    expect(facts).toHaveLength(600)
    expect(facts.every((it) => it.includes('has another id'))).toBe(true)
  })

  test('an organisation of another id is followed by those that name it, by duties and by findings', () => {
    const mind = 'name: Mind\nkind: third-sector\nidentifiers:\n  - scheme: charity\n    id: "219830"\n'
    const part = (id: string) =>
      csl(`kind: contract\ncare: true\npartners:\n  - organisation: ${id}\n    roles: [provider]\n`)
    const [before, after] = [
      { 'organisations/mind.yaml': mind, ...part('mind') },
      { 'organisations/mind-uk.yaml': mind.replace('name: Mind', 'name: Mind UK'), ...part('mind-uk') },
    ]
    const { groups, findings } = registerDiff(checked(state(before)), checked(state(after)))
    expect(groups.map((it) => it.record.id)).toEqual(['mind-uk'])
    expect(findings).toMatchObject({ introduced: [], mended: [] })
  })

  test('a word that happens to be an old id is left alone', () => {
    const pilot = 'name: The Pilot\nstatus: active\nkind: pilot\n'
    expect(told({ 'partnerships/pilot.yaml': pilot }, { 'partnerships/pilot-2025.yaml': pilot })).toEqual([
      'neutral: The Pilot has another id: pilot-2025; it was pilot',
    ])
  })
})

describe('one fact is one line', () => {
  test('a group of fields that comes or goes', () => {
    expect(ofOne('value:\n  amount: 1m\n  per: year\n  stated: So.\n', '')).toEqual([
      'worse: Value of CSL is no longer stated; it was £1m a year',
    ])
    expect(ofOne('', 'tier:\n  at: major\n  reason: New.\n  by: Board\n')).toEqual([
      'neutral: Tier of CSL is now stated: set to major, reason “New.”, by Board',
    ])
  })
  test('what was not known and is stated now', () => {
    expect(ofOne('unknown:\n  exit: With the lawyers.\n', 'exit: Six months’ notice.\n')).toEqual([
      'neutral: Exit of CSL is now stated: Six months’ notice.',
    ])
    expect(ofOne('', 'unknown:\n  notice: Nobody knows.\n')).toEqual([
      'neutral: Notice of CSL is now listed as not known: Nobody knows.',
    ])
  })
  test('an item that is retitled, gets an id, or is written in capitals', () => {
    const action = (text: string) => `actions:\n  - title: ${text}\n`
    expect(
      ofOne(action('Write the plan'), action('Write the plan\n    id: plan\n    owner: A\n    due: 2026-05')),
    ).toEqual([
      'neutral: Id of action “Write the plan” of CSL is now stated: plan',
      'neutral: Owner of action “Write the plan” of CSL is now stated: A',
      'neutral: Due of action “Write the plan” of CSL is now stated: May 2026',
    ])
    expect(ofOne(action('write the plan'), action('Write the plan'))).toEqual([
      'neutral: Title of action “Write the plan” of CSL changed from “write the plan” to “Write the plan”',
    ])
    const role = (text: string) => settings(`roles:\n  - title: ${text}\n`)
    expect(told(role('Head of Estates'), role('Director of Estates\n    aliases: [Head of Estates]'))).toHaveLength(2)
  })
  test('two items of one day, edited and turned round', () => {
    const news = (a: string, b: string) =>
      `headlines:\n  - date: 2026-05\n    text: ${a}\n  - date: 2026-05\n    text: ${b}\n`
    const facts = ofOne(
      news('The team moved to a new house in May.', 'Referrals rose by a tenth over the winter.'),
      news('Referrals rose by a fifth over the winter.', 'The team moved to an old house in May.'),
    )
    expect(facts).toHaveLength(2)
    expect(facts.join()).not.toContain('from “The team moved to a new house in May.” to “Referrals')
  })
})

describe('sentences', () => {
  test('name what an item is in', () => {
    const partner = (roles: string) => `partners:\n  - organisation: mind\n    roles: ${roles}\n`
    expect(ofOne(partner('[provider]'), partner('[provider, host]'))).toEqual([
      'neutral: Partner role “host” of partner “mind” of CSL was added',
    ])
  })
  test('tell comments from grades, and what a severity is now', () => {
    const graded = (comments: string) => `assessments:\n  - date: 2026-03-31\n    outcomes: A\n${comments}`
    expect(ofOne(graded('    comments:\n      outcomes: Late.\n'), graded(''))).toEqual([
      'neutral: Comments of assessment of 31 March 2026 of CSL is no longer stated; it was comment on outcomes “Late.”',
    ])
    expect(told(settings(''), settings('severities:\n  document/missing: "off"\n'))).toEqual([
      'worse: Severity “document/missing” of the register is now off',
    ])
  })
  test('do not tell as done what is still to come', () => {
    expect(
      ofOne('documents:\n  - type: agreement\n', 'documents:\n  - type: agreement\n    signed: 2027-05-01\n'),
    ).toEqual(['neutral: Agreement or contract of CSL is not signed yet; dated 1 May 2027'])
    expect(ofOne('actions:\n  - title: X\n', 'actions:\n  - title: X\n    done: 2027-05-01\n')).toEqual([
      'neutral: Action “X” of CSL is recorded as done on 1 May 2027, which is still to come',
    ])
    expect(told(csl(), { [P]: 'name: CSL\nstatus: ended\nend: 2026-12-31\n' })).toEqual([
      'neutral: CSL is recorded as ended on 31 December 2026, which is still to come; it was active (value not stated)',
    ])
  })
  test('the name of the register is compared', () => {
    expect(told(settings('name: Old\n'), settings('name: New\n'))).toEqual([
      'neutral: Name of the register changed from Old to New',
    ])
  })
  test('a text that is another one altogether is told by its beginnings', () => {
    const words = (from: number) => Array.from({ length: 2000 }, (_, n) => `word${from + n}`).join(' ')
    const [fact] = ofOne(`rationale: ${words(0)}\n`, `rationale: ${words(5000)}\n`)
    expect(fact).toMatch(/^neutral: Rationale of CSL was rewritten: it began “word0 .* …”, and begins “word5000 /)
  })
})

describe('weights', () => {
  test.each([
    [
      'signature taken out',
      'documents:\n  - type: agreement\n    signed: 2025-01-01\n',
      'documents:\n  - type: agreement\n',
      'worse',
    ],
    [
      'signed becomes draft',
      'documents:\n  - type: agreement\n    status: signed\n',
      'documents:\n  - type: agreement\n    status: draft\n',
      'worse',
    ],
    ['done taken out', 'actions:\n  - title: X\n    done: 2026-01-01\n', 'actions:\n  - title: X\n', 'worse'],
    [
      'score taken out',
      'risks:\n  - title: X\n    likelihood: 3\n    consequence: 3\n',
      'risks:\n  - title: X\n',
      'worse',
    ],
    [
      'risk opened again',
      'risks:\n  - title: X\n    status: closed\n',
      'risks:\n  - title: X\n    status: open\n',
      'worse',
    ],
    ['a request taken out', 'documents:\n  - type: agreement\n    status: requested\n', '', 'neutral'],
    [
      'one past end for another',
      'documents:\n  - type: agreement\n    expires: 2020-01-01\n',
      'documents:\n  - type: agreement\n    expires: 2025-01-01\n',
      'neutral',
    ],
    [
      'too early instead of a grade',
      'assessments:\n  - date: 2026-03-31\n    outcomes: A\n',
      'assessments:\n  - date: 2026-03-31\n    too-early: [outcomes]\n',
      'neutral',
    ],
  ])('%s', (_name, before, after, weight) => {
    expect(ofOne(before, after)[0]).toMatch(new RegExp(`^${weight}: `))
  })
})

describe('what is no change', () => {
  test('the order of what a condition asks for', () => {
    const policy = (when: string): Files => ({
      'policy.yaml': `extends: nhs-2026\ndocuments:\n  charter:\n    when:\n${when}`,
    })
    const [one, other] = [
      '      kind: [contract, grant]\n      care: true\n',
      '      care: true\n      kind: [grant, contract]\n',
    ]
    expect(told(policy(one), policy(other))).toEqual([])
    expect(registerDiff(checked(state(policy(one))), checked(state(policy(other)))).policy).toBeUndefined()
  })
  test('the order of keys of one’s own, and how an accent was typed', () => {
    expect(ofOne('x-cost: {a: 1, b: 2}\n', 'x-cost: {b: 2, a: 1}\n')).toEqual([])
    expect(told(csl('', 'Cafe\u0301 Network'), csl('', 'Caf\u00E9 Network'))).toEqual([])
  })
})

describe('mended is only what was put right', () => {
  const found = (before: Files, after: Files) => {
    const { findings, policy } = registerDiff(checked(state(before)), checked(state(after)))
    return {
      mended: findings.mended.length,
      silenced: findings.silenced.length,
      unchecked: findings.unchecked.length,
      policy,
    }
  }
  const files = { ...csl('kind: contract\n'), ...settings('') }
  test.each([
    ['a rule that was turned off', { ...files, ...settings('severities:\n  document/missing: "off"\n') }, 'silenced'],
    ['a partnership that has ended', { ...files, [P]: 'name: CSL\nstatus: ended\nkind: contract\n' }, 'unchecked'],
    ['a policy that cannot be read', { ...files, 'policy.yaml': 'extends: [nhs\n' }, 'unchecked'],
    ['a value that cannot be read', { ...files, [P]: 'name: CSL\nstatus: active\nkind: contrakt\n' }, 'unchecked'],
  ] as const)('not %s', (_name, after, where) => {
    const result = found(files, after)
    expect(result.mended).toBe(0)
    expect(result[where]).toBeGreaterThan(0)
    expect(result.policy).toBeUndefined()
  })
  test('what could be read neither before nor now, and changed, is told', () => {
    expect(ofOne('notice: soon\n', 'notice: later\n')).toEqual([
      'neutral: notice of CSL changed, but could be read neither before nor now, so it was not compared',
    ])
  })
  test('a risk with an id that gets another title keeps its findings', () => {
    const risk = (title: string): Files =>
      csl(`risks:\n  - id: staff\n    title: ${title}\n    likelihood: 4\n    consequence: 4\n`)
    expect(found(risk('Vacancies'), risk('Posts that are vacant'))).toMatchObject({ mended: 0, unchecked: 0 })
  })
})

test('an entry of policy that is turned off is told with its reason', () => {
  const off = { 'policy.yaml': 'extends: nhs-2026\ndocuments:\n  dpia:\n    off: Asked for elsewhere.\n' }
  expect(told({}, off)).toEqual(['worse: Document duty “dpia” of the policy was turned off: Asked for elsewhere.'])
})
