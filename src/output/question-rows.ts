import type { Partnership } from '../model/partnership.js'
import { dutyName } from '../policy/describe-document.js'
import type { OpenQuestion } from '../policy/screening.js'
import { textCell, type Row, type Rows } from './rows/rows.js'

/** The open questions of a partnership. */
export interface Asked {
  readonly partnership: Partnership
  readonly questions: readonly OpenQuestion[]
}

/** Open questions as rows, by partnership; each with the documents that wait for it. */
export function questionRows(all: readonly Asked[], isOne: boolean): Rows {
  return {
    columns: COLUMNS.filter(({ key }) => key !== 'partnership' && key !== (isOne ? 'fields' : 'documents')),
    rows: all.flatMap(({ partnership, questions }) => questions.map((it) => rowOf(partnership, it))),
  }
}

function rowOf(partnership: Partnership, { question, settles, helps }: OpenQuestion): Row {
  return {
    group: `${partnership.name} (${partnership.id})`,
    cells: {
      partnership: textCell(partnership.id),
      question: textCell(question.text),
      settles: { text: String(settles.length), value: settles.length },
      helps: { text: String(helps.length), value: helps.length },
      documents: textCell([...settles, ...helps].map(dutyName).join(', ') || 'all that it may need'),
      fields: textCell(question.fields.map((it) => it.join('.')).join(', ')),
    },
  }
}

/** What spreadsheets get as well. */
export const questionSheet = (all: readonly Asked[]): Rows => ({ ...questionRows(all, true), columns: COLUMNS })

const COLUMNS: Rows['columns'] = [
  { key: 'partnership', label: 'Partnership' },
  { key: 'question', label: 'Question', wraps: true },
  { key: 'settles', label: 'Settles', align: 'right' },
  { key: 'helps', label: 'Helps with', align: 'right' },
  { key: 'documents', label: 'Documents that wait for it', wraps: true },
  { key: 'fields', label: 'Fields', wraps: true },
]
