import { dutyOf, type Duty } from '../duties/duty.js'
import { asPeopleRead } from '../duties/merged.js'
import { benefitList } from '../lists/benefits.js'
import type { ListInput } from '../lists/columns.js'
import type { List } from '../lists/list.js'
import { partnershipList } from '../lists/partnerships.js'
import { riskList } from '../lists/risks.js'
import { benefitState, isShort } from '../model/benefit.js'
import { leadOf } from '../model/hierarchy.js'
import type { Partnership } from '../model/partnership.js'
import { isOpenRisk } from '../model/risk.js'
import { titleOf } from '../model/role.js'
import { counted } from '../model/words.js'
import { dueRows } from './due-rows.js'
import { listRows } from './list-rows.js'
import { textCell, type Rows } from './rows/rows.js'

/** Everything that one role answers for, in tables under a heading each. */
export interface LeadPage {
  readonly partnerships: readonly Partnership[]
  readonly duties: readonly Duty[]
  readonly tables: readonly Rows[]
  /** What there is, in a sentence. */
  readonly summary: string
}

/** @param duties of the whole register, those that are due by now or soon */
export function leadPage(role: string, duties: readonly Duty[], input: ListInput): LeadPage {
  const { register, asOf, policy } = input
  const running = register.partnerships.filter((it) => it.status !== 'ended')
  const isOf = (written: string | undefined) => titleOf(register, written) === role
  const led = running.filter((it) => titleOf(register, leadOf(register, it)) === role)
  const sponsored = running.filter((it) => isOf(it.sponsor) && !led.includes(it))
  const own = duties.flatMap((it) => dutyOf(it, role) ?? [])
  const items = <T>(
    of: (partnership: Partnership) => readonly T[],
    isOwn: (item: T, partnership: Partnership) => boolean,
  ) =>
    running.flatMap((partnership) =>
      of(partnership)
        .filter((it) => isOwn(it, partnership))
        .map((item) => ({ partnership, item })),
    )
  const risks = items(
    (it) => it.risks,
    (it, partnership) => isOpenRisk(it) && it.none === undefined && isOf(it.owner ?? leadOf(register, partnership)),
  ).map(({ partnership, item }) => ({ partnership, risk: item }))
  const benefits = items(
    (it) => it.benefits,
    (it, partnership) => isOf(it.owner ?? leadOf(register, partnership)) && isOpen(benefitState(it, asOf)),
  ).map(({ partnership, item }) => ({ partnership, benefit: item }))
  const table = (title: string, list: List, rows: readonly unknown[], keys: readonly string[]): Rows[] =>
    rows.length === 0 ? [] : [under(title, listRows(list, rows as readonly never[], keys, input))]
  const due = dueRows(asPeopleRead(own), { asOf, soon: policy.soon, by: 'none' })
  return {
    partnerships: [...led, ...sponsored],
    duties: own,
    tables: [
      ...table('Leads', partnershipList, led, PARTNERSHIP),
      ...table('Sponsors', partnershipList, sponsored, PARTNERSHIP),
      ...(own.length === 0 ? [] : [under('To do', { ...due, columns: due.columns.filter((it) => it.key !== 'role') })]),
      ...table('Open risks', riskList, risks, ['score', 'risk', 'partnership', 'mitigation', 'due']),
      ...table('Benefits to come, or missed', benefitList, benefits, [
        'benefit',
        'partnership',
        'target',
        'due',
        'state',
      ]),
    ],
    summary: `${role} leads ${counted(led.length, 'partnership')}${sponsored.length === 0 ? '' : ` and sponsors ${counted(sponsored.length, 'other')}`}; ${counted(own.length, 'duty')} ${own.length === 1 ? 'is' : 'are'} overdue, due soon or without a day, and ${counted(risks.length, 'risk')} ${risks.length === 1 ? 'is' : 'are'} open`,
  }
}

const PARTNERSHIP = ['name', 'status', 'tier', 'annual-value', 'grades', 'next-review']

const isOpen = (state: ReturnType<typeof benefitState>) => state === 'ahead' || isShort(state)

/** Rows under one heading. */
const under = (title: string, { columns, rows }: Rows): Rows => ({
  columns,
  rows: rows.map((it) => ({ ...it, group: title })),
})

/** The tables of a lead as one sheet: what it is about, and its cells as text. */
export const leadSheet = ({ tables }: LeadPage): Rows => ({
  columns: [
    { key: 'section', label: 'Section' },
    { key: 'what', label: 'What' },
    { key: 'details', label: 'Details' },
  ],
  rows: tables.flatMap(({ columns, rows }) =>
    rows.map(({ group, cells }) => {
      const [first, ...others] = columns
      const details = others.map(({ key, label }) => `${label}: ${cells[key]!.text}`).join('; ')
      return {
        cells: { section: textCell(group), what: textCell(cells[first!.key]!.text), details: textCell(details) },
      }
    }),
  ),
})
