import { nameOf, type Letter } from '../duties/letters.js'
import { textCell, type Cell, type Column, type Rows } from './rows/rows.js'

/** A letter that there would be, and whether it has an address. */
export interface ListedLetter {
  readonly letter: Letter
  readonly isAddressed: boolean
}

const COUNTS = { overdue: 'Overdue', 'due-soon': 'Due soon', needed: 'Needed', open: 'No day' } as const

/** Letters as rows, roles apart from partners: who would get one, and how much is in it. */
export function letterRows(letters: readonly ListedLetter[]): Rows {
  return {
    columns: [
      { key: 'to', label: 'To', wraps: true },
      ...Object.entries(COUNTS).map(([key, label]): Column => ({ key, label, align: 'right' })),
      { key: 'address', label: 'Address' },
    ],
    rows: letters.map(({ letter: { to, duties }, isAddressed }) => ({
      group: to.kind === 'lead' ? 'Roles' : 'Partners',
      cells: {
        to: textCell(nameOf(to)),
        overdue: countCell(duties.overdue, 'bad'),
        'due-soon': countCell(duties['due-soon'], 'warn'),
        needed: countCell(duties.needed),
        open: countCell(duties.open),
        address: isAddressed ? textCell('yes') : textCell('none', 'dim'),
      },
    })),
  }
}

/** None is a dash, so that those that are there are seen. */
const countCell = ({ length }: readonly unknown[], tone?: Cell['tone']): Cell =>
  length === 0 ? { text: '–', value: 0, tone: 'dim' } : { text: String(length), value: length, tone }
