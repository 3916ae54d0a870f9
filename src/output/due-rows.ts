import { by as inOrderOf, grouped } from '../model/order.js'
import { counted, formatNames } from '../model/words.js'
import { concernedBy, dutyState, namesOf, rolesOf, type Duty, type DutyState } from '../duties/duty.js'
import { forceOf } from '../model/grounds.js'
import { daysBetween, formatInexactDay, MONTHS, type Day } from '../model/day.js'
import { textCell, type Cell, type Row, type Rows } from './rows/rows.js'

/** By the role that answers, by month, by partnership, or one table. */
export const GROUPINGS = ['lead', 'month', 'partnership', 'none'] as const
type Grouping = (typeof GROUPINGS)[number]

interface DueView {
  readonly asOf: Day
  readonly soon: Day
  readonly by: Grouping
  /** Describes which policy entries and values require a duty; left out unless that is wanted. */
  readonly because?: ((duty: Duty) => string) | undefined
}

/** Duties as rows for people: when, what, about which partnership, by whom, and why. */
export function dueRows(duties: readonly Duty[], { asOf, soon, by, because }: DueView): Rows {
  const rows = duties.map((duty): Row => {
    const state = dutyState(duty, asOf, soon)
    return {
      group: groupOf(duty, state, by),
      cells: {
        due: { ...whenCell(duty, state), text: describeWhen(duty, state, asOf) },
        state: textCell(state.replace('-', ' ')),
        what: textCell(duty.what),
        partnership: textCell(formatNames(namesOf(duty))),
        role: textCell(formatNames(rolesOf(duty)) || undefined),
        why: textCell([whyOf(duty), because?.(duty)].filter((it) => it !== undefined).join('\n')),
        basis: textCell(duty.basis),
        source: textCell(duty.source),
        kind: textCell(duty.kind),
        record: textCell(recordsOf(duty).join(', ')),
      },
    }
  })
  const grouping = by === 'lead' ? 'role' : by
  return {
    columns: DUE_COLUMNS.filter(({ key, wraps }) => wraps && key !== grouping),
    rows: by === 'none' ? rows : inGroups(rows, by),
  }
}

/** Where it need not be there by law, contract or a decision of ours, the reason says so. */
const whyOf = ({ kind, basis, why }: Duty) =>
  kind === 'document' && forceOf(basis) === 'should'
    ? `${why}; ${NOT_BINDING[basis === 'guidance' ? basis : 'proposal']}`
    : why
const NOT_BINDING = { guidance: 'guidance asks for it', proposal: 'a proposal, not a requirement' } as const

const recordsOf = (duty: Duty) => concernedBy(duty).map((it) => it.about.id)

/** The columns that spreadsheets get; people get those that wrap. The day is the last one that is in time. */
export const DUE_COLUMNS: Rows['columns'] = [
  { key: 'due', label: 'Due', wraps: true },
  { key: 'state', label: 'State' },
  { key: 'what', label: 'What', wraps: true },
  { key: 'kind', label: 'Kind' },
  { key: 'partnership', label: 'Partnership', wraps: true },
  { key: 'record', label: 'Id' },
  { key: 'role', label: 'Role', wraps: true },
  { key: 'why', label: 'Why', wraps: true },
  { key: 'basis', label: 'Basis' },
  { key: 'source', label: 'Source' },
]

const whenCell = ({ due }: Duty, state: DutyState): Cell => ({
  text: '',
  value: due?.last ?? null,
  tone: state === 'overdue' ? 'bad' : state === 'due-soon' ? 'warn' : undefined,
})

function describeWhen({ due }: Duty, state: DutyState, asOf: Day): string {
  if (due === undefined) return state === 'needed' ? 'now' : 'no day'
  const days = Math.abs(daysBetween(asOf, due.last))
  const count = counted(days, 'day')
  const when = state === 'overdue' ? `${count} late` : days === 0 ? 'today' : `in ${count}`
  return `${formatInexactDay(due)}, ${when}`
}

const NO_LEAD = 'No role is named'
const NO_DAY = 'Without a day'

function groupOf(duty: Duty, state: DutyState, by: Grouping): string | undefined {
  const { due } = duty
  if (by === 'lead') return formatNames(rolesOf(duty)) || NO_LEAD
  if (by === 'partnership') return formatNames(namesOf(duty))
  if (by === 'none') return undefined
  if (state === 'overdue') return 'Overdue'
  return due === undefined ? NO_DAY : `${MONTHS[Number(due.last.slice(5, 7)) - 1]} ${due.last.slice(0, 4)}`
}

/** Groups of roles and partnerships by name, months as they come; duties without either are last. */
function inGroups(rows: readonly Row[], by: Grouping): Row[] {
  const ordered = by === 'month' ? rows : rows.toSorted(inOrderOf((it) => it.group!))
  const isLast = ({ group }: Row) => group === NO_LEAD || group === NO_DAY
  const [last, others] = [ordered.filter(isLast), ordered.filter((it) => !isLast(it))]
  return grouped([...others, ...last], (it) => it.group!).flat()
}
