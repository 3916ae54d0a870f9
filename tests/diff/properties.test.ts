import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareStates } from '../../src/diff/records.js'
import type { State } from '../../src/diff/fact.js'
import { buildRegister } from '../../src/model/register.js'
import { answerPolicy } from '../../src/policy/answers.js'
import { packagePolicy } from '../../src/source/package-files.js'
import { choices, layOut, type Choose, type Written } from './lay-out.js'

type Data = { [key: string]: Written }

/** A partnership with something of every sort. */
const BASE: Data = {
  name: 'Riverside Recovery',
  status: 'active',
  kind: 'contract',
  lead: 'Service Manager',
  sponsor: 'Chief Operating Officer',
  start: '2024-04-01',
  end: '2029-03-31',
  notice: '6 months',
  summary: 'Community recovery support for adults after they leave hospital care.',
  aliases: ['RRP', 'Riverside'],
  objectives: ['4', '2'],
  value: { amount: '8,600,000', per: 'year', direction: 'income' },
  data: { level: 'personal', direction: 'both' },
  care: 'true',
  partners: [
    { organisation: 'us', roles: ['lead'], share: '60%' },
    { organisation: 'mind', roles: ['provider'], share: '40%' },
  ],
  assessments: [
    { date: '2025-09-30', governance: 'A', relationships: 'G', outcomes: 'G' },
    { date: '2026-03-31', governance: 'G', relationships: 'A/G', outcomes: 'A' },
  ],
  risks: [
    { id: 'workforce', category: 'finances', title: 'Vacancies among staff', likelihood: '3', consequence: '3' },
    {
      id: 'money',
      category: 'finances',
      title: 'Money runs out',
      likelihood: '2',
      consequence: '5',
      owner: 'Director',
    },
  ],
  documents: [
    { type: 'agreement', status: 'draft' },
    { type: 'dpia', signed: '2026-01-31' },
  ],
  actions: [{ title: 'Agree the recovery plan', owner: 'Service Manager', due: '2027-01-31' }],
  unknown: { exit: 'With the lawyers since June.' },
}

/** An edit that means something, and the facts that it must be told as: what, and what became of it. */
interface Edit {
  readonly edit: (data: Data) => void
  readonly facts: readonly (readonly [what: string | undefined, did: string])[]
}
const item = (data: Data, list: string, index: number) => (data[list] as Data[])[index]!

const EDITS: readonly Edit[] = [
  {
    edit: (it) => ((it['value'] as Data)['amount'] = '9.46m'),
    facts: [['Value', 'rose from £8.6m a year to £9.46m a year (+£860,000, +10%)']],
  },
  { edit: (it) => (item(it, 'assessments', 1)['outcomes'] = 'R/A'), facts: [['Outcomes', 'worsened from A to R/A']] },
  {
    edit: (it) => (item(it, 'assessments', 0)['governance'] = 'R'),
    facts: [['Governance of assessment of 30 September 2025', 'was altered: it changed from A to R']],
  },
  { edit: (it) => (it['lead'] = 'Director'), facts: [['Lead', 'changed from Service Manager to Director']] },
  { edit: (it) => delete it['sponsor'], facts: [['Sponsor', 'is named no longer; it was Chief Operating Officer']] },
  { edit: (it) => (it['notice'] = '3 months'), facts: [['Notice', 'changed from 6 months to 3 months']] },
  { edit: (it) => (it['end'] = '2031-03-31'), facts: [['End', 'changed from 31 March 2029 to 31 March 2031']] },
  {
    edit: (it) => (it['summary'] = 'Community recovery support for adults after they leave prison.'),
    facts: [['Summary', 'changed']],
  },
  {
    edit: (it) => (it['aliases'] = ['Riverside', 'RRP', 'The Recovery']),
    facts: [['Alias “The Recovery”', 'was added']],
  },
  { edit: (it) => (it['objectives'] = ['2']), facts: [['Objective “4”', 'was removed']] },
  {
    edit: (it) => ((it['data'] as Data)['level'] = 'special-category'),
    facts: [['Data level', 'changed from personal to “special category”']],
  },
  {
    edit: (it) => (item(it, 'partners', 1)['share'] = '35%'),
    facts: [['Share of partner “mind”', 'changed from 40% to 35%']],
  },
  {
    edit: (it) => (item(it, 'risks', 0)['consequence'] = '4'),
    facts: [['Risk “Vacancies among staff”', 'rose from 9 high (3 x 3) to 12 high (3 x 4)']],
  },
  {
    edit: (it) => (it['risks'] as Written[]).splice(1, 1),
    facts: [['Risk “Money runs out”', 'was removed without having been closed; it was 10 high (2 x 5)']],
  },
  {
    edit: (it) => {
      delete item(it, 'documents', 0)['status']
      item(it, 'documents', 0)['signed'] = '2026-04-20'
    },
    facts: [['Agreement or contract', 'was signed on 20 April 2026']],
  },
  {
    edit: (it) => (it['documents'] as Written[]).splice(1, 1),
    facts: [['Data protection impact assessment', 'was removed; it was signed on 31 January 2026']],
  },
  {
    edit: (it) => (item(it, 'actions', 0)['done'] = '2026-04-25'),
    facts: [['Action “Agree the recovery plan”', 'was done on 25 April 2026']],
  },
  { edit: (it) => delete it['unknown'], facts: [['Exit', 'is no longer listed as not known']] },
  { edit: (it) => (it['x-cost-centre'] = '4711'), facts: [['x-cost-centre', 'is now stated: 4711']] },
  { edit: (it) => (it['status'] = 'under-review'), facts: [[undefined, 'is under review; it was active']] },
]

const bytes = (text: string) => new TextEncoder().encode(text)

function state(partnership: string, path = 'partnerships/riverside.yaml'): State {
  const register = buildRegister(
    [
      { path: 'register.yaml', bytes: bytes('schema: 1\norganisation: us\n') },
      { path: 'policy.yaml', bytes: bytes('extends: nhs-2026\n') },
      { path, bytes: bytes(partnership) },
    ],
    packagePolicy,
  )!
  expect(register.problems).toEqual([])
  const asOf = '2026-04-30'
  return { register, policy: answerPolicy(register, asOf), asOf }
}

const told = (before: State, after: State) =>
  compareStates(before, after)
    .records.flatMap((it) => it.facts)
    .map(({ what, did }) => [what, did] as const)
    .sort((a, b) => (String(a) < String(b) ? -1 : 1))

const twoChoices = fc.tuple(choices, choices)

test('random edits are told as exactly those facts, however both sides are laid out', () => {
  fc.assert(
    fc.property(fc.subarray([...EDITS]), twoChoices, (edits, [one, other]: [Choose, Choose]) => {
      const edited = structuredClone(BASE)
      for (const { edit } of edits.toReversed()) edit(edited)
      const expected = edits.flatMap((it) => it.facts).sort((a, b) => (String(a) < String(b) ? -1 : 1))
      expect(told(state(layOut(BASE, one)), state(layOut(edited, other)))).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

test('random layouts, orders, folders and spellings of the same are told as nothing', () => {
  const folders = fc.constantFrom('', 'mental-health/', 'a/b/')
  fc.assert(
    fc.property(fc.subarray([...EDITS]), twoChoices, folders, (edits, [one, other]: [Choose, Choose], folder) => {
      const data = structuredClone(BASE)
      for (const { edit } of edits.toReversed()) edit(data)
      const same = structuredClone(data)
      for (const list of ['aliases', 'objectives', 'partners', 'assessments', 'risks', 'documents'])
        same[list] = (same[list] as Written[]).toReversed()
      if ((same['value'] as Data)['amount'] === '8,600,000') (same['value'] as Data)['amount'] = '8.6m'
      const [before, after] = [layOut(data, one), layOut(same, other)]
      const spelt = after.replaceAll('\n', '\r\n').replace('12 months', '1 year')
      expect(told(state(before), state(spelt, `partnerships/${folder}riverside.yaml`))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('a record under another id is the same record, and what names it follows', () => {
  fc.assert(
    fc.property(fc.subarray([...EDITS], { maxLength: 4 }), twoChoices, (edits, [one, other]: [Choose, Choose]) => {
      const edited = structuredClone(BASE)
      for (const { edit } of edits.toReversed()) edit(edited)
      const facts = told(state(layOut(BASE, one)), state(layOut(edited, other), 'partnerships/recovery.yaml'))
      expect(facts).toContainEqual([undefined, 'has another id: recovery; it was riverside'])
      expect(facts).toHaveLength(edits.flatMap((it) => it.facts).length + 1)
    }),
    { numRuns: 30 },
  )
})
