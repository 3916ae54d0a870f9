import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeFact } from '../../src/diff/fact.js'
import { differenceBetween } from '../../src/diff/register-diff.js'
import { accountBetween, datedAccount, type Account } from '../../src/diff/since/index.js'
import { edited, someEdits, someFiles } from '../random-register.js'
import { state, type Files } from './states.js'

const DAY = '2025-12-31'
const told = ({ lines }: Account) =>
  lines.map(({ theme, of, text, weight }) => `${theme} ${of.map((it) => it.name).join(', ')}: ${text} (${weight})`)
const lineKey = ({ before, after, text }: Account['lines'][number]) => `${(after ?? before)?.file}: ${text}`
const P = 'partnerships/csl.yaml'
const csl = (text = '', status = 'active') => ({ [P]: `name: CSL\nstatus: ${status}\n${text}` })
const between = (before: Files, after: Files) => accountBetween(state(before), state(after), DAY)

describe('the account of the Board paper and partners diff', () => {
  const states = fc.tuple(someFiles, someEdits, someEdits).map(([files, one, other]) => {
    return [state(files), state(edited(edited(files, one), other))] as const
  })

  test('every fact of diff is told or counted, and nothing else but what days brought', () => {
    fc.assert(
      fc.property(states, ([before, after]) => {
        const { groups, policy } = differenceBetween(before, after)
        const { lines, others } = accountBetween(before, after, DAY)
        const dated = datedAccount(after, DAY).lines
        const left = lines.map(lineKey)
        for (const it of dated) left.splice(left.indexOf(lineKey(it)), 1)
        const facts = groups.flatMap(({ record, facts }) => facts.map((it) => ({ record, ...it })))
        const untold = facts.filter((fact) => {
          const said = [
            describeFact(fact, fact.record),
            fact.what === undefined ? fact.did : `${fact.what} ${fact.did}`,
          ]
          const index = left.findIndex((it) =>
            said.some((text) => it === `${(fact.after ?? fact.before)!.file}: ${text}`),
          )
          if (index >= 0) left.splice(index, 1)
          return index === -1 && fact.follows === undefined
        })
        const consequences = policy?.consequences ?? []
        const tiers = consequences.filter((it) => it.what === 'Tier').length
        expect(left).toHaveLength(tiers) // policy’s own consequences; no line is of anything else
        const ofDays = untold.length + consequences.length - tiers - others.length
        expect(ofDays).toBeGreaterThanOrEqual(0)
        const files = new Set(dated.map((it) => it.after!.file))
        const inDatedWords = untold.filter(({ record, kind }) => files.has(record.file) && DATED.includes(kind))
        expect(ofDays).toBeLessThanOrEqual(inDatedWords.length)
      }),
      { numRuns: 60 },
    )
  })
  const DATED = ['added', 'ended', 'review', 'assessment', 'grade', 'document', 'merged', 'risk']

  test('dated entries alone tell a part of it, in the same words', () => {
    fc.assert(
      fc.property(states, ([before, after]) => {
        expect(told(accountBetween(before, after, DAY))).toEqual(expect.arrayContaining(told(datedAccount(after, DAY))))
      }),
      { numRuns: 60 },
    )
  })

  test('what did not change, and has no day since, is nothing', () => {
    const files = csl('value:\n  amount: 1m\nreviews:\n  - date: 2025-06-30\n')
    expect(between(files, files)).toEqual({ lines: [], others: [], totals: [] })
  })
})

describe('what a half-year brought', () => {
  test.each([
    [
      'a review held',
      '',
      'reviews:\n  - date: 2026-02-10\n    by: Board\n    outcome: continue\n',
      'review CSL: was reviewed on 10 February 2026 by Board: continue (neutral)',
    ],
    [
      'a review that was written down late',
      '',
      'reviews:\n  - date: 2025-02-10\n',
      'review CSL: Review of 10 February 2025 was added (neutral)',
    ],
    [
      'a term that was extended',
      'end: 2026-03-31\n',
      'end: 2028-03-31\n',
      'term CSL: End changed from 31 March 2026 to 31 March 2028 (neutral)',
    ],
    [
      'a new risk',
      '',
      'risks:\n  - title: Vacancies\n    likelihood: 4\n    consequence: 3\n',
      'risk CSL: Risk “Vacancies” was added: 12 high (4 x 3) (neutral)',
    ],
    [
      'a risk that was closed',
      'risks:\n  - title: Vacancies\n',
      'risks:\n  - title: Vacancies\n    status: closed\n',
      'risk CSL: Risk “Vacancies” was closed (better)',
    ],
    [
      'an agreement signed',
      'documents:\n  - type: agreement\n    status: draft\n',
      'documents:\n  - type: agreement\n    signed: 2026-01-31\n    expires: 2029-03-31\n',
      'document CSL: Agreement or contract: in force until 31 March 2029; signed on 31 January 2026 (better)',
    ],
    ['a sponsor named', '', 'sponsor: Director\n', 'lead CSL: Sponsor is now Director; none was named (better)'],
  ])('%s', (_what, before, after, line) => {
    expect(told(between(csl(before), csl(after)))).toContain(line)
  })

  test('assessments, each told once with the course of its grades', () => {
    const graded = (...all: [string, string][]) =>
      csl(
        `assessments:\n${all.map(([date, grade]) => `  - date: ${date}\n    outcomes: ${grade}\n    governance: G\n`).join('')}`,
      )
    const account = between(graded(['2025-09-30', 'A']), graded(['2025-09-30', 'A'], ['2026-03-31', 'R/A']))
    expect(told(account)).toEqual([
      'grade CSL: was assessed on 31 March 2026: governance still G, outcomes worsened from A to R/A (worse)',
    ])
    expect(account.others.every((it) => it.kind === 'duty')).toBe(true) // graded red, it is reviewed more often
    expect(told(between(csl(), graded(['2026-03-31', 'R'])))).toEqual([
      'grade CSL: was assessed on 31 March 2026: governance G, outcomes R (worse)',
    ])
  })

  test('what came and went, with its value; what was taken out stands apart from what ended', () => {
    const value = 'kind: contract\nvalue:\n  amount: 850k\n  per: year\n  direction: spend\n'
    const of = (name: string, status: string, more: string): Files => ({
      [`partnerships/${name}.yaml`]: `name: ${name}\nstatus: ${status}\n${value}${more}`,
    })
    const before = {
      ...of('one', 'active', ''),
      ...of('two', 'active', ''),
      ...of('three', 'active', 'start: 2020-01-01\n'),
    }
    const after = {
      ...of('one', 'ended', 'end: 2026-03-31\n'),
      ...of('three', 'active', 'start: 2020-01-01\n'),
      ...of('four', 'active', 'start: 2026-04-01\nsummary: Another one.\n'),
      ...of('five', 'proposed', 'start: 2026-04-01\nrationale: It is needed.\n'),
    }
    const brief = '(contract, £850,000 a year, money out)'
    const account = between(before, after)
    expect(told(account)).toEqual([
      `new five: is new in the register, as a proposal ${brief} (neutral)`,
      `new four: began on 1 April 2026 ${brief} (neutral)`,
      `ended one: ended on 31 March 2026 ${brief} (neutral)`,
      `removed two: was removed from the register without being ended first; it was active ${brief} (alarm)`,
    ])
    expect(account.totals).toContainEqual({ title: 'Running partnerships', before: '3', after: '2', changed: true })
  })

  test('another id, or a merger, moves no document and makes nothing better', () => {
    const using = (of: string) =>
      `name: CSL\nstatus: active\nkind: contract\ncare: true\npartners:\n  - organisation: ${of}\n`
    const org = (id: string, more = '') => ({ [`organisations/${id}.yaml`]: `name: The ${id}\nkind: icb\n${more}` })
    const before = { [P]: using('ccg'), ...org('ccg'), ...org('icb') }
    expect(told(between(before, { 'partnerships/renamed.yaml': using('ccg'), ...org('ccg'), ...org('icb') }))).toEqual(
      [],
    )
    const after = { [P]: using('icb'), ...org('ccg', 'merged:\n  into: icb\n  on: 2026-02-01\n'), ...org('icb') }
    const account = between(before, after)
    expect(told(account)).toEqual(['merged CSL: The ccg was merged into The icb on 1 February 2026 (neutral)'])
    expect(account.others).toEqual([])
  })

  test('a document that expired as days passed, once for all that it is used in', () => {
    const files: Files = {
      'organisations/mind.yaml':
        'name: Mind\nkind: third-sector\ndocuments:\n  - type: insurance\n    status: in-force\n    expires: 2026-02-28\n',
      ...Object.fromEntries(
        ['a', 'b'].map((id) => [
          `partnerships/${id}.yaml`,
          `name: ${id}\nstatus: active\nkind: contract\ncare: true\npartners:\n  - organisation: mind\n`,
        ]),
      ),
    }
    expect(told(between(files, files))).toEqual([
      'document a, b: Insurance certificate of Mind: expired on 28 February 2026 (worse)',
    ])
  })

  test('wording and links are counted only', () => {
    const account = between(csl('summary: One.\n'), csl('summary: Another.\nservice: Adults\n'))
    expect([account.lines, account.others.map((it) => it.kind)]).toEqual([[], ['other', 'other']])
  })
})
