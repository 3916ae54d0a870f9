import { expect, test } from 'vitest'
import { papers } from '../src/reports/index.js'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

/** Every field that names a role names it by its alias. */
const root = registerOf({
  'register.yaml': `schema: 1
organisation: us
as-of: 2026-09-30
roles:
  - { title: Chief Operating Officer, aliases: [COO] }
directorates: [{ id: care, name: Care, head: COO }]
bodies: [{ id: board, name: Board, chair: COO, members: [us, COO] }]
actions: [{ title: Count them, owner: COO, due: 2026-06-30 }]
exceptions: [{ rule: value/not-stated, reason: Soon., by: COO, until: 2026-12-31 }]
`,
  'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
  'organisations/mind.yaml': `name: Mind
kind: third-sector
self-assessments: [{ date: 2026-08-01, status: accepted, decided-by: COO, decided-on: 2026-08-02, answers: { A3: 2 } }]
documents: [{ type: insurance, expires: 2027-05-31, seen-by: COO, signed-by: [COO] }]
`,
  'partnerships/a.yaml': `name: Alpha
status: active
kind: contract
lead: COO
sponsor: COO
directorate: care
care: true
data: { level: none }
value: { amount: 2m, per: year, direction: spend }
partners: [{ organisation: us }, { organisation: mind, roles: [provider] }]
bodies: [{ id: group, name: The group, chair: COO, members: [COO] }]
responsibilities: [{ function: Money, accountable: [COO], responsible: [COO], delivers: [COO] }]
delegations: [{ power: To spend, from: us, to: COO }]
risks: [{ title: Vacancies, category: finances, likelihood: 4, consequence: 5, owner: COO, due: 2026-06-30, status: accepted, accepted-by: COO }]
issues: [{ title: Late, owner: COO }]
documents: [{ type: agreement, signed: 2026-01-01, signed-by: [COO], seen-by: COO }]
reviews: [{ date: 2026-01-31, by: COO, outcome: continue }]
assessments: [{ date: 2026-01-31, by: COO, governance: G, relationships: G, outcomes: G }]
quality-reviews: [{ title: Peers, state: done, period: 2026-02, grade: inadequate, actions: [{ title: Mend, owner: COO, due: 2026-06-30 }] }]
benefits: [{ title: Shorter waits, owner: COO, due: 2026-06-30 }]
actions: [{ title: Meet, owner: COO, due: 2026-06-30 }]
tier: { at: major, reason: So it is., by: COO, until: 2026-12-31 }
exceptions: [{ rule: document/missing, reason: Soon., by: COO, until: 2026-12-31 }]
`,
  'updates/2026-09.md': `---
as-of: 2026-09-30
author: [COO]
lead-executive: COO
next-steps: [{ title: Ask again, owner: COO, due: 2026-12-31 }]
---
`,
})
const run = (...args: string[]) => runPartners([...args, '-r', root]).stdout

test.each(papers.map(({ name, needsSubject }) => (needsSubject ? [name, 'a'] : [name])))(
  'the paper %s names roles by their titles',
  (...args) => {
    // the register itself says which aliases a role has
    expect(run('report', ...args).replace('also COO', '')).not.toMatch(/\bCOO\b/)
  },
)

test.each([
  [['show', 'a']],
  [['show', 'mind']],
  [['due', '--because']],
  [['due', '--format', 'ics']],
  [['list', 'partnerships', '--columns', 'name,lead,sponsor']],
  [['list', 'risks']],
  [['list', 'actions']],
  [['validate', '--format', 'json']],
  [['status']],
])('so does partners %s', (args) => {
  expect(run(...args)).not.toMatch(/\bCOO\b/)
})

test('what is typed stays what it was in the file, and a review that was stamped with it is not in doubt', () => {
  runPartners(['record', 'review', 'a', '--by', 'COO', '--outcome', 'continue', '-r', root])
  expect(run('report', 'evidence', '--id', 'a')).not.toContain('Since the review')
  expect(run('show', 'a')).not.toContain('in doubt')
})
