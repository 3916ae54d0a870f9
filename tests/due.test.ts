import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { ROOT, runPartners } from './run-partners.js'

const work = mkdtempSync(join(tmpdir(), 'partners-due-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const REGISTER = join(work, 'register')

/** One partnership with something of every kind, as of 30 September 2026. */
const RIVERSIDE = `name: "=Riverside, Recovery"
status: active
kind: contract
lead: Service Manager
sponsor: Chief Operating Officer
start: 2024-10-01
end: 2027-03-31
notice: 6 months
data:
  level: none
care: false
value:
  amount: 20k
  per: year
  direction: spend
documents:
  - type: agreement
    signed: 2024-09-01
    expires: 2026-10-15
reviews:
  - date: 2024-08-31
assessments:
  - date: 2026-01-15
    governance: G
    relationships: G
    outcomes: G
actions:
  - title: Agree the recovery plan
    owner: Chief Operating Officer
    due: 2026-09
  - title: Some day
  - title: Done already
    due: 2026-01-01
    done: 2026-01-01
risks:
  - id: staff
    title: Vacancies
    likelihood: 2
    consequence: 2
    owner: Service Manager
    due: 2026-12-15
`

beforeEach(() => {
  rmSync(REGISTER, { recursive: true, force: true })
  cpSync(join(ROOT, 'tests', 'rules', 'base'), REGISTER, { recursive: true })
  mkdirSync(join(REGISTER, 'partnerships'))
  writeFileSync(join(REGISTER, 'policy.yaml'), 'extends: nhs-2026\ndocuments:\n  risk-profile:\n    off: not here\n')
  writeFileSync(join(REGISTER, 'partnerships', 'riverside.yaml'), RIVERSIDE)
})
const due = (...args: string[]) => runPartners(['due', ...args], { cwd: work })
interface DutyRow {
  kind: string
  what: string
  due: { last: string } | null
  state: string
  role: string
  line: number
  because: { text: string; file?: string }[]
}
const duties = (...args: string[]) =>
  (JSON.parse(due('--format', 'json', ...args).stdout) as { duties: DutyRow[] }).duties

describe('partners due', () => {
  test('tells the next peer quality review where people get care, and what the last one left to do', () => {
    const review = [
      'quality-reviews:',
      '  - title: Crisis service',
      '    reviewer: ours',
      '    reviewed: riverside-mind',
      '    state: done',
      '    period: 2025-10',
      '    grade: inadequate',
      '    actions:',
      '      - title: Answer urgent calls within the hour',
      '        due: 2026-08',
    ]
    const written = RIVERSIDE.replace('care: false', 'care: true').replace('20k', '2m')
    writeFileSync(join(REGISTER, 'partnerships', 'riverside.yaml'), `${written}${review.join('\n')}\n`)
    const found = duties().filter((it) => it.kind === 'quality-review' || it.what.startsWith('Answer'))
    expect(found.map((it) => [it.due?.last, it.state, it.kind, it.what, it.role])).toEqual([
      ['2026-08-31', 'overdue', 'action', 'Answer urgent calls within the hour', 'Service Manager'],
      ['2026-10-31', 'due-soon', 'quality-review', 'Peer quality review', 'Service Manager'],
    ])
  })

  test('says all of why something is due: the cadence of the tier, and the grade that brings it forward', () => {
    const graded =
      'assessments:\n  - date: 2026-05-20\n    governance: R\n    outcomes: R\nreviews:\n  - date: 2026-05-01\n'
    const written = RIVERSIDE.replace(/^reviews:\n(?: .*\n)*/m, '').replace(/^assessments:\n(?: .*\n)*/m, '')
    writeFileSync(join(REGISTER, 'partnerships', 'riverside.yaml'), `${written.replace('20k', '2m')}${graded}`)
    const whole =
      'a major partnership has its review every 6 months; every 3 months, because governance and outcomes are graded R; ' +
      'counted from the latest assessment, of 20 May 2026; the last review was 1 May 2026'
    const { duties } = JSON.parse(due('--format', 'json', '--within', '400').stdout) as {
      duties: { kind: string; why: string }[]
    }
    expect(duties.find((it) => it.kind === 'review')?.why).toBe(whole)
    const paper = (...args: string[]) => runPartners([...args, '--format', 'md'], { cwd: work }).stdout
    expect(runPartners(['show', 'riverside', '--format', 'markdown'], { cwd: work }).stdout).toContain(whole)
    expect(paper('report', 'evidence', '--id', 'riverside')).toContain(whole)
  })

  test('tells what is overdue, due soon and without a day, each with its state', () => {
    expect(duties().map((it) => [it.due?.last ?? null, it.state, it.kind, it.what])).toEqual([
      ['2026-08-31', 'overdue', 'review', 'Full review'],
      ['2026-09-30', 'due-soon', 'action', 'Agree the recovery plan'],
      ['2026-09-30', 'due-soon', 'term', 'Decide whether to continue, and give notice if not'],
      ['2026-10-15', 'due-soon', 'document', 'Agreement or contract'],
      [null, 'open', 'action', 'Some day'],
    ])
  })

  test('promises are those of the last update up to the day', () => {
    const update = (day: string, step: string) =>
      `---\nas-of: ${day}\nnext-steps:\n  - title: ${step}\n    due: 2026-10\n---\n\n## Purpose\n\nTo inform.\n`
    mkdirSync(join(REGISTER, 'updates'))
    writeFileSync(join(REGISTER, 'updates', '2026-09.md'), update('2026-09-01', 'Promised'))
    writeFileSync(join(REGISTER, 'updates', '2026-11.md'), update('2026-11-01', 'Not yet promised'))
    expect(duties('--kind', 'next-step').map((it) => it.what)).toEqual(['Promised'])
  })

  test('what is needed before an inexact start is due on its first day', () => {
    const proposed = RIVERSIDE.replace('status: active', 'status: proposed').replace(
      /documents:[^]*?reviews/,
      'reviews',
    )
    writeFileSync(join(REGISTER, 'partnerships', 'riverside.yaml'), proposed.replace('2024-10-01', '2026-10'))
    expect(duties('--kind', 'document').map((it) => [it.due?.last, it.what])).toEqual([
      ['2026-10-01', 'Agreement or contract'],
    ])
  })

  test('a quality review without a state is over, as everywhere else', () => {
    const review = (state: string) => `  - title: Crisis service\n    due: 2026-08\n${state}`
    const reviews = `quality-reviews:\n${review('')}${review('    state: planned\n').replace('Crisis', 'Day')}`
    writeFileSync(join(REGISTER, 'partnerships', 'riverside.yaml'), `${RIVERSIDE}${reviews}`)
    expect(duties('--kind', 'quality-review').map((it) => it.what)).toEqual(['Day service'])
  })

  test('a recommendation that was carried out is no longer due, and papers say when it was', () => {
    const recommended = (done: string) => `recommendations:\n  - title: Share one rota\n    due: 2026-08\n${done}`
    writeFileSync(join(REGISTER, 'partnerships', 'riverside.yaml'), `${RIVERSIDE}${recommended('')}`)
    expect(duties('--kind', 'recommendation').map((it) => it.state)).toEqual(['overdue'])
    const done = recommended('    done: 2026-09-12\n')
    writeFileSync(join(REGISTER, 'partnerships', 'riverside.yaml'), `${RIVERSIDE}${done}`)
    expect(duties('--kind', 'recommendation')).toEqual([])
    const paper = (...args: string[]) => runPartners(['report', ...args], { cwd: work }).stdout
    expect(paper('governance', 'riverside')).toContain('| Share one rota | August 2026, done 12 September 2026 |')
    expect(paper('register')).toContain('due August 2026; done 12 September 2026')
    expect(paper('evidence', '--id', 'riverside')).toContain('| August 2026 | 12 September 2026 |')
  })

  test('an ended partnership owes only its open actions', () => {
    const decided = [
      'tier:',
      '  at: major',
      '  reason: Shown at the Board',
      '  by: Chief Operating Officer',
      '  until: 2026-08-31',
      'exceptions:',
      '  - rule: lead/missing',
      '    reason: Being appointed',
      '    by: Chief Operating Officer',
      '    until: 2026-08-31',
    ]
    const ended = RIVERSIDE.replace('status: active', 'status: ended')
    writeFileSync(join(REGISTER, 'partnerships', 'riverside.yaml'), `${ended}${decided.join('\n')}\n`)
    expect(duties().map((it) => it.what)).toEqual(['Agree the recovery plan', 'Some day'])
  })

  test('looks as far ahead as it is told', () => {
    const kinds = duties('--within', '365').map((it) => it.kind)
    expect(kinds).toContain('risk')
    expect(duties('--within', '3650').map((it) => it.kind)).toContain('assessment')
    expect(duties('--within', '365', '--kind', 'risk', 'term')).toHaveLength(3)
  })

  test('the role may be written as an alias or in small letters; one that nobody has is told', () => {
    expect(duties('--lead', 'chief operating officer').map((it) => it.what)).toEqual(['Agree the recovery plan'])
    const { code, stderr } = due('--lead', 'Chief Operating Oficer')
    expect([code, stderr]).toEqual([2, expect.stringContaining('did you mean Chief Operating Officer?')])
  })

  test('each row names the policy entry that asks for it, on demand', () => {
    expect(due('--because').stdout).toContain('policies/nhs-2026.yaml:')
    expect(due().stdout).not.toContain('nhs-2026')
    expect(duties()[0]!.because[0]).toMatchObject({ file: 'policies/nhs-2026.yaml' })
  })

  test('a spreadsheet gets days, and no formula', () => {
    const { stdout } = due('--format', 'csv')
    expect(stdout.startsWith('\uFEFFDue,State,What,')).toBe(true)
    expect(stdout).toContain(`"'=Riverside, Recovery"`)
    expect(stdout).toContain('2026-08-31,overdue,Full review,review')
  })

  test('a calendar has whole days, lasting ids and reminders, wherever it is made', () => {
    const first = due('--format', 'ics')
    const elsewhere = runPartners(['due', '--format', 'ics'], { cwd: work, env: { TZ: 'Pacific/Kiritimati' } })
    expect(elsewhere.stdout).toBe(first.stdout)
    expect(first.stdout).toContain('DTSTART;VALUE=DATE:20261015\r\nDTEND;VALUE=DATE:20261016\r\n')
    expect(first.stdout).toContain('DTSTAMP:20260930T120000Z')
    expect(first.stdout).toContain('TRIGGER:-P14D')
    expect(first.stderr).toContain('1 duty has no date and was left out')
    const ids = (text: string) => [...text.matchAll(/^UID:(.*)\r$/gm)].map((it) => it[1])
    expect(new Set(ids(first.stdout)).size).toBe(ids(first.stdout).length)
    writeFileSync(join(REGISTER, 'partnerships', 'riverside.yaml'), RIVERSIDE.replace('2026-10-15', '2026-11-30'))
    expect(ids(due('--format', 'ics').stdout).sort()).toEqual(ids(first.stdout).sort())
  })

  test('fits 80 and 120 columns, and says when nothing is due', () => {
    const lines = due().stdout.split('\n')
    expect(Math.max(...lines.slice(0, -3).map((it) => it.length))).toBeLessThanOrEqual(80)
    const none = due('--kind', 'evaluation')
    expect([none.code, none.stdout]).toEqual([0, 'Nothing is due by 29 November 2026\n'])
  })

  test('a register with an unreadable record is refused, unless told', () => {
    writeFileSync(join(REGISTER, 'partnerships', 'broken.yaml'), 'name: [\n')
    expect(due().code).toBe(2)
    const all = due('--incomplete')
    expect([all.code, all.stderr]).toEqual([0, expect.stringContaining('register/partnerships/broken.yaml')])
  })
})
