import { describe, expect, test } from 'vitest'
import { lowerFirst } from '../src/model/words.js'
import { describePast } from '../src/policy/describe-document.js'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

const partnership = (name: string, lead: string, more = '') =>
  `name: ${name}\nstatus: active\nkind: contract\nlead: ${lead}\nstart: 2026-01-01\ndata: { level: special-category }\ncare: true\npartners: [{ organisation: us }, { organisation: mind, roles: [provider] }]\ndocuments: [{ type: agreement, signed: 2026-01-01 }]\n${more}`
const root = registerOf({
  'register.yaml':
    'schema: 1\norganisation: us\nas-of: 2026-09-30\nroles:\n  - { title: Chief Information Officer, aliases: [CIO] }\n  - title: Service Manager\n  - title: Director of Care\n',
  'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
  'organisations/mind.yaml':
    'name: Mind\nkind: third-sector\ndocuments:\n  - { type: insurance, expires: 2026-05-31 }\n',
  'partnerships/a.yaml': partnership('Alpha', 'Service Manager', 'parent: whole\n'),
  'partnerships/b.yaml': partnership('Beta', 'CIO'),
  'partnerships/whole.yaml': partnership('Whole', 'Director of Care'),
})
const due = (...args: string[]) => runPartners(['due', '-r', root, ...args]).stdout
interface Told {
  what: string
  name: string
  partnerships: { name: string; role: string }[]
}
const duties = (...args: string[]) => (JSON.parse(due('--format', 'json', ...args)) as { duties: Told[] }).duties
const TOOLKIT = 'Data Security and Protection Toolkit status of Mind'

describe('a document of a partner that several partnerships ask for', () => {
  test('is a duty of every lead who needs it', () => {
    for (const [lead, names] of [
      ['Service Manager', ['Alpha']],
      ['CIO', ['Beta']],
      ['Director of Care', ['Whole']],
    ] as const) {
      const told = duties('--lead', lead).filter((it) => it.what === TOOLKIT)
      expect(told.map((it) => it.name)).toEqual(names)
      expect(told[0]!.partnerships.map((it) => it.name)).toEqual(names)
    }
  })

  test('is told once to all, with every partnership and lead, wholes before parts', () => {
    const told = duties().filter((it) => it.what === TOOLKIT)
    expect(told).toHaveLength(1)
    expect(told[0]!.partnerships).toMatchObject([
      { name: 'Beta', role: 'Chief Information Officer' },
      { name: 'Whole', role: 'Director of Care' },
      { name: 'Alpha', role: 'Service Manager' },
    ])
    expect(due()).toContain('Chief Information Officer, Director of Care and Service Manager')
  })
})

test('what is overdue stands in the calendar on the day of the run, with its own day in the text', () => {
  const events = due('--format', 'ics').replaceAll('\r\n ', '').split('BEGIN:VEVENT')
  const insurance = events.find((it) => it.includes('Insurance certificate of Mind'))!
  expect(insurance).toContain('DTSTART;VALUE=DATE:20260930')
  expect(insurance).toContain('SUMMARY:Overdue: Insurance certificate of Mind: Beta\\, Whole and Alpha')
  expect(insurance).toContain('Overdue since 31 May 2026')
})

test('at 80 columns the documents that are needed now have most of the line', () => {
  const lines = due('--lead', 'CIO').trimEnd().split('\n').slice(0, -1) // the last is a sentence about all
  const widest = Math.max(...lines.map((it) => it.length))
  expect(widest).toBeLessThanOrEqual(80)
  const heading = lines.find((it) => it.includes('Partnership') && it.includes('Due'))!
  expect(heading.indexOf('Partnership') - heading.indexOf('What')).toBeGreaterThan(30)
})

test.each([
  ['Exit plan', 'exit plan'],
  ['DPIA', 'DPIA'],
  ['A plan', 'a plan'],
  ['Data Security and Protection Toolkit status of Mind', 'Data Security and Protection Toolkit status of Mind'],
  ['Data protection impact assessment', 'data protection impact assessment'],
  ['Section 75 agreement', 'Section 75 agreement'],
])('%s inside a sentence is %s', (title, expected) => {
  expect(lowerFirst(title)).toBe(expected)
})

test('what has expired is not described as having been it', () => {
  expect([describePast('expired on 31 March 2026'), describePast('in force')]).toEqual([
    'it expired on 31 March 2026',
    'it was in force',
  ])
})
