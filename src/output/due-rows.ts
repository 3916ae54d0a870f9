import { by as inOrderOf, grouped } from '../model/order.js'
import { counted, formatNames } from '../model/words.js'
import { concernedBy, dutyState, namesOf, rolesOf, type Duty, type DutyState } from '../duties/duty.js'
import { daysBetween, formatInexactDay, type Day } from '../model/day.js'
import { MONTHS } from '../model/day.js'
import { textCell, type Cell, type Row, type Rows } from './rows/rows.js'

export const GROUPINGS = {
  lead: 'by the role that answers',
  month: 'by month',
  partnership: 'by partnership',
  none: 'one table',
}
export type Grouping = keyof typeof GROUPINGS

export interface DueView {
  readonly asOf: Day
  readonly soon: Day
  readonly by: Grouping
  /** Says of a duty which policy entries and values ask for it; undefined where nobody wants to know. */
  readonly because: ((duty: Duty) => string) | undefined
}

/** Duties as rows for people: when, what, about which partnership, by whom, and why. */
export function dueRows(duties: readonly Duty[], { asOf, soon, by, because }: DueView): Rows {
  const rows = duties.map((duty): Row => {
    const state = dutyState(duty, asOf, soon)
    const group = groupOf(duty, state, by)
    return {
      ...(group !== undefined && { group }),
      cells: {
        due: { ...whenCell(duty, state), text: describeWhen(duty, state, asOf) },
        state: textCell(state.replace('-', ' ')),
        what: textCell(duty.what),
        partnership: textCell(formatNames(namesOf(duty))),
        role: textCell(formatNames(rolesOf(duty)) || undefined),
        why: textCell(because === undefined ? duty.why : `${duty.why}\n${because(duty)}`),
        kind: textCell(duty.kind),
        record: textCell(
          concernedBy(duty)
            .map((it) => it.about.id)
            .join(', '),
        ),
      },
    }
  })
  return {
    columns: [
      { key: 'due', label: 'Due', wraps: true },
      { key: 'what', label: 'What', wraps: true },
      ...(by === 'partnership' ? [] : [{ key: 'partnership', label: 'Partnership', wraps: true }]),
      ...(by === 'lead' ? [] : [{ key: 'role', label: 'Role', wraps: true }]),
      { key: 'why', label: 'Why', wraps: true },
    ],
    rows: by === 'none' ? rows : inGroups(rows, by),
  }
}

/** The columns that programs and spreadsheets get; the day is the last one that is in time. */
export const DUE_COLUMNS: Rows['columns'] = [
  { key: 'due', label: 'Due' },
  { key: 'state', label: 'State' },
  { key: 'what', label: 'What' },
  { key: 'kind', label: 'Kind' },
  { key: 'partnership', label: 'Partnership' },
  { key: 'record', label: 'Id' },
  { key: 'role', label: 'Role' },
  { key: 'why', label: 'Why' },
]

const whenCell = ({ due }: Duty, state: DutyState): Cell => ({
  text: '',
  value: due?.last ?? null,
  ...(state === 'overdue' ? { tone: 'bad' as const } : state === 'due-soon' ? { tone: 'warn' as const } : {}),
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

/** Groups of roles and partnerships by name; months as they come. What has none stands last. */
function inGroups(rows: readonly Row[], by: Grouping): Row[] {
  const groups = grouped(rows, (it) => it.group!).map((these) => ({ name: these[0]!.group!, these }))
  const isLast = ({ name }: { readonly name: string }) => name === NO_LEAD || name === NO_DAY
  if (by !== 'month') groups.sort(inOrderOf(({ name }) => name))
  groups.sort((a, b) => Number(isLast(a)) - Number(isLast(b)))
  return groups.flatMap(({ these }) => these)
}
