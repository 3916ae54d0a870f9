import { describe, expect, test } from 'vitest'
import { describeFact } from '../../src/diff/fact.js'
import { compareStates } from '../../src/diff/records.js'
import { registerDiff } from '../../src/diff/register-diff.js'
import type { Finding } from '../../src/rules/check.js'
import { checked, state, told, type Files } from './states.js'

const P = 'partnerships/csl.yaml'
const csl = (text = '') => ({ [P]: `name: CSL\nstatus: active\n${text}` })
/** What a change inside one partnership is told as. */
const ofOne = (before: string, after: string) => told(csl(before), csl(after))

describe('money', () => {
  test.each([
    ['1m', '2m', 'neutral: Value of CSL rose from £1m a year to £2m a year (+£1m, +100%)'],
    ['2m', '1.999m', 'neutral: Value of CSL fell from £2m a year to £1,999,000 a year (-£1,000, -under 0.1%)'],
    ['0', '5k', 'neutral: Value of CSL rose from £0 a year to £5,000 a year (+£5,000)'],
  ])('%s to %s', (from, to, sentence) => {
    const value = (amount: string) => `value:\n  amount: ${amount}\n  per: year\n`
    expect(ofOne(value(from), value(to))).toEqual([sentence])
  })

  test('of other kinds is not subtracted', () => {
    expect(ofOne('value:\n  amount: 1m\n  per: year\n', 'value:\n  amount: 3m\n  per: total\n')).toEqual([
      'neutral: Value of CSL changed from £1m a year to £3m in total',
    ])
    const way = (direction: string) => `value:\n  amount: 1m\n  direction: ${direction}\n`
    expect(ofOne(way('income'), way('spend'))).toEqual([
      'neutral: Value of CSL changed from £1m, money in to £1m, money out',
    ])
  })

  test('that is known now, or no longer', () => {
    const value = 'value:\n  amount: 1m\n'
    expect(ofOne('', value)).toEqual(['neutral: Value of CSL is now stated: £1m'])
    expect(ofOne(value, '')).toEqual(['worse: Value of CSL is no longer stated; it was £1m'])
  })
})

describe('grades', () => {
  const graded = (...items: string[]) =>
    `assessments:\n${items.map((it) => `  - ${it.replaceAll('; ', '\n    ')}\n`).join('')}`
  test('move with the latest assessment, whose coming is told', () => {
    const first = 'date: 2025-09-30; outcomes: A; governance: G'
    expect(ofOne(graded(first), graded(first, 'date: 2026-03-31; outcomes: R/A; governance: G'))).toEqual([
      'worse: Outcomes of CSL worsened from A to R/A',
      'neutral: Assessment of 31 March 2026 of CSL was added: governance G, outcomes R/A',
    ])
  })
  test('given for the first time, and taken away', () => {
    expect(ofOne('', graded('date: 2026-03-31; outcomes: R'))).toContain(
      'worse: Outcomes of CSL went from not graded to R',
    )
    expect(ofOne(graded('date: 2026-03-31; outcomes: G'), '')).toEqual([
      'worse: Outcomes of CSL went from G to not graded',
      'worse: Assessment of 31 March 2026 of CSL was removed: outcomes G',
    ])
  })
})

describe('documents', () => {
  const held = (text: string) => `documents:\n  - type: agreement\n    ${text}\n`
  test.each([
    [
      'expires: 2027-03-31',
      'expires: 2029-03-31',
      'better: Agreement or contract of CSL is in force until 31 March 2029; it was 31 March 2027',
    ],
    [
      'expires: 2027-03-31',
      'expires: 2026-03-31',
      'worse: Agreement or contract of CSL has expired: its last day is 31 March 2026; it was 31 March 2027',
    ],
    [
      'expires: 2027-03-31',
      'expires: none',
      'neutral: Agreement or contract of CSL is in force without a last day; it was 31 March 2027',
    ],
    ['status: requested', 'status: draft', 'neutral: Agreement or contract of CSL is draft; it was requested'],
  ])('%s to %s', (from, to, sentence) => expect(ofOne(held(from), held(to))).toEqual([sentence]))

  test('that are new: signed is better, expired is not', () => {
    expect(ofOne('', held('signed: 2026-04-01'))).toEqual([
      'better: Agreement or contract of CSL was added: signed on 1 April 2026',
    ])
    expect(ofOne('', held('expires: 2026-03-31'))).toEqual([
      'neutral: Agreement or contract of CSL was added: expired on 31 March 2026',
    ])
  })

  test('of a partner are named with the partner', () => {
    const documents = (year: number) =>
      `name: Mind\nkind: third-sector\ndocuments:\n  - type: insurance\n    expires: ${year}-03-31\n`
    expect(
      told({ 'organisations/mind.yaml': documents(2026) }, { 'organisations/mind.yaml': documents(2027) }),
    ).toEqual(['better: Insurance certificate of Mind is in force until 31 March 2027; it was 31 March 2026'])
  })
})

describe('risks', () => {
  const risk = (text: string) => `risks:\n  - id: staff\n    title: Vacancies\n    ${text.replaceAll('; ', '\n    ')}\n`
  test.each([
    [
      'likelihood: 4; consequence: 4',
      'likelihood: 2; consequence: 4',
      'better: Risk “Vacancies” of CSL fell from 16 extreme (4 x 4) to 8 high (2 x 4)',
    ],
    [
      'likelihood: 2; consequence: 4',
      'likelihood: 4; consequence: 2',
      'neutral: Risk “Vacancies” of CSL is scored differently: 8 high (4 x 2); it was 8 high (2 x 4)',
    ],
    ['status: open', 'status: closed', 'better: Risk “Vacancies” of CSL was closed'],
    [
      'likelihood: 2',
      'likelihood: 2; consequence: 3',
      'neutral: Risk “Vacancies” of CSL is now 6 moderate (2 x 3); it was without a score',
    ],
  ])('%s to %s', (from, to, sentence) => expect(ofOne(risk(from), risk(to))).toEqual([sentence]))
})

describe('a partnership', () => {
  test('that vanishes without having ended is flagged; one that ended is not', () => {
    expect(told(csl(), {})).toEqual([
      'alarm: CSL was removed from the register without being ended first; it was active (value not stated)',
    ])
    const ended = { [P]: 'name: CSL\nstatus: ended\n' }
    expect(told(ended, {})).toEqual(['neutral: CSL was removed from the register; it had ended'])
  })
  test('that ended, and one that runs again', () => {
    const ended = { [P]: 'name: CSL\nstatus: ended\nend: 2026-03-31\n' }
    expect(told(csl(), ended)).toEqual(['neutral: CSL has ended on 31 March 2026; it was active (value not stated)'])
    expect(told(ended, csl())).toContain('worse: CSL is active, although it had ended')
  })
  test('that is new, as a proposal or running', () => {
    expect(told({}, csl())).toEqual(['neutral: CSL is new in the register (value not stated)'])
    expect(told({}, { [P]: 'name: CSL\nstatus: proposed\n' })).toEqual([
      'neutral: CSL is new in the register, as a proposal (value not stated)',
    ])
  })
  test('under another id is the same; what names it follows', () => {
    const part = (parent: string) => ({ 'partnerships/part.yaml': `name: Part\nstatus: active\nparent: ${parent}\n` })
    expect(told({ ...csl(), ...part('csl') }, { 'partnerships/new.yaml': csl()[P]!, ...part('new') })).toEqual([
      'neutral: CSL has another id: new; it was csl',
    ])
  })
  test('of two that could be meant, none is taken for the other', () => {
    const same = 'name: CSL\nstatus: active\n'
    const facts = told({ 'partnerships/a.yaml': same, 'partnerships/b.yaml': same }, { 'partnerships/c.yaml': same })
    expect(facts.filter((it) => it.includes('was removed'))).toHaveLength(2)
  })
})

describe('the rest of the register', () => {
  test('a merger is one fact', () => {
    const icb = { 'organisations/icb.yaml': 'name: The ICB\nkind: icb\n' }
    const ccg = (text: string) => ({ ...icb, 'organisations/ccg.yaml': `name: The CCG\nkind: ccg\n${text}` })
    expect(told(ccg(''), ccg('status: merged\nmerged:\n  into: icb\n  on: 2022-07-01\n'))).toEqual([
      'neutral: The CCG was merged into The ICB on 1 July 2022',
    ])
  })
  test('settings, severities and exceptions', () => {
    const settings = (text: string) => ({ 'register.yaml': `schema: 1\norganisation: us\n${text}` })
    expect(
      told(settings('severities:\n  lead/missing: warning\n'), settings('severities:\n  lead/missing: "off"\n')),
    ).toEqual(['worse: Severity “lead/missing” of the register changed from warning to off'])
    const exception = 'exceptions:\n  - rule: lead/missing\n    reason: New.\n    by: Board\n    until: 2026-12-31\n'
    expect(told(settings(''), settings(exception))).toEqual([
      'neutral: Exception “lead/missing” of the register was added: reason “New.”, by Board, until 31 December 2026',
    ])
  })
  test('the baseline by its number', () => {
    const entries = (...files: string[]) => ({
      'baseline.yaml': `schema: 1\naccepted:\n${files.map((it) => `  - rule: lead/missing\n    file: ${it}\n`).join('')}`,
    })
    expect(told({}, entries('a', 'b'))).toEqual(['worse: the baseline was added and accepts 2 findings'])
    expect(told(entries('a', 'b'), entries('a', 'c', 'd'))).toEqual([
      'worse: the baseline accepts another 2 findings',
      'better: the baseline no longer accepts 1 finding',
    ])
  })
  test('texts of an update, word by word', () => {
    const update = (words: string) => ({
      'updates/2026-04.md': `---\nas-of: 2026-04-30\n---\n## Governance\n${words} committee saw this paper before the Board did in April.\n`,
    })
    const [record] = compareStates(state(update('The quality')), state(update('The audit'))).records
    expect(record!.facts[0]!.words).toContainEqual({ op: 'added', text: 'audit' })
    expect(told(update('The quality'), update('The\nquality'))).toEqual([])
  })
  test('a template', () => {
    const template = (text: string) => ({ 'templates/board-update.md.hbs': text })
    expect(told(template('a'), template('b'))).toEqual(['neutral: the template templates/board-update.md.hbs changed'])
  })
})

describe('what cannot be read', () => {
  test('a file: told as such, neither new nor gone; the rest is compared', () => {
    const broken = { [P]: 'name: [CSL\n', 'partnerships/other.yaml': 'name: Other\nstatus: active\nnotice: 6 months\n' }
    const whole = { ...csl(), 'partnerships/other.yaml': 'name: Other\nstatus: active\nnotice: 3 months\n' }
    expect(told(whole, broken)).toEqual([
      'neutral: Notice of Other changed from 3 months to 6 months',
      'worse: CSL cannot be read any more, so it was not compared',
    ])
    expect(told(broken, whole)).toContain('better: CSL can be read again; what it said before was not compared')
  })
  test('a value: told as such, and not as gone', () => {
    expect(ofOne('notice: 6 months\n', 'notice: soon\n')).toEqual([
      'worse: notice of CSL cannot be read any more, so it was not compared',
    ])
  })
})

describe('what follows', () => {
  const money = (amount: string) =>
    csl(`kind: contract\nlead: A\nvalue:\n  amount: ${amount}\n  per: year\n  direction: income\n`)
  const facts = (before: Files, after: Files) =>
    registerDiff(checked(state(before)), checked(state(after))).groups.flatMap(({ record, facts: all }) =>
      all.map((it) => ({ ...it, text: describeFact(it, record) })),
    )

  test('a tier that is crossed, with the points that moved', () => {
    const tier = facts(money('20k'), money('8.6m')).find((it) => it.kind === 'tier')
    expect(tier?.text).toMatch(/^Tier of CSL rose from standard to major with \d+ points instead of \d+$/)
    expect(tier?.because?.map((it) => it.text)).toContain('4 points: annual value is £8.6m')
  })

  test('duties gained, with the policy entry that asks', () => {
    const duties = facts(
      csl('kind: contract\ncare: false\ndata:\n  level: none\n'),
      csl('kind: contract\ncare: false\ndata:\n  level: special-category\n'),
    )
    const dpia = duties.find((it) => it.what === 'Data protection impact assessment')
    expect(dpia?.text).toBe('Data protection impact assessment of CSL is now required')
    expect(dpia?.because?.[0]?.at?.file).toBe('policies/nhs-2026.yaml')
  })

  test('a change of policy: how many it touches and what they gain or lose, told once', () => {
    const partnerships = { ...csl('kind: contract\n'), 'partnerships/b.yaml': 'name: B\nstatus: active\nkind: grant\n' }
    const policy =
      'extends: nhs-2026\ndocuments:\n  charter:\n    title: Charter\n    held-by: partnership\n    when:\n      kind: contract\n'
    const { policy: effect, groups } = registerDiff(
      checked(state(partnerships)),
      checked(state({ ...partnerships, 'policy.yaml': policy })),
    )
    expect(effect).toMatchObject({ of: 2, touched: [{ id: 'csl' }] })
    expect(effect?.consequences).toMatchObject([
      { what: 'Charter', did: 'is now required', partnerships: [{ id: 'csl' }] },
    ])
    expect(groups.map(({ record }) => record.kind)).toEqual(['policy'])
  })

  test('findings: new, mended, permitted now; gone with a record that was removed is not mended', () => {
    const end = (day: string) => csl(`start: 2025-01-01\nend: ${day}\n`)
    const codes = (before: Files, after: Files) => {
      const { findings } = registerDiff(checked(state(before)), checked(state(after)))
      return Object.fromEntries(
        Object.entries(findings).map(([key, list]: [string, readonly Finding[]]) => [key, list.map((it) => it.code)]),
      )
    }
    expect(codes(end('2028-01-01'), end('2024-01-01'))['introduced']).toContain('date/end-before-start')
    expect(codes(end('2024-01-01'), end('2028-01-01'))['mended']).toContain('date/end-before-start')
    expect(codes(end('2024-01-01'), {})['mended']).toEqual([])
    expect(codes(end('2024-01-01'), {})['unchecked']).toContain('date/end-before-start')
    const permitted = {
      [P]: `${end('2024-01-01')[P]}exceptions:\n  - rule: date/end-before-start\n    reason: So.\n    by: Board\n    until: 2026-12-31\n`,
    }
    expect(codes(end('2024-01-01'), permitted)['silenced']).toEqual(['date/end-before-start'])
    expect(codes(end('2024-01-01'), { 'partnerships/a/csl.yaml': end('2024-01-01')[P]! })).toMatchObject({
      introduced: [],
      mended: [],
    })
  })

  test('totals before and after', () => {
    const { totals } = registerDiff(
      checked(state(money('1m'))),
      checked(state({ ...money('3m'), 'partnerships/b.yaml': 'name: B\nstatus: active\n' })),
    )
    expect(totals.filter((it) => it.changed).map(({ title, before, after }) => [title, before, after])).toContainEqual([
      'Income a year',
      '£1m',
      '£3m',
    ])
    expect(totals.find((it) => it.title === 'Running partnerships')).toMatchObject({ before: '1', after: '2' })
  })
})
