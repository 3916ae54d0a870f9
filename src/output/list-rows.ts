import { formatOperand, type List } from '../lists/list.js'
import type { ListColumn, ListInput } from '../lists/columns.js'
import { currencyOf } from '../model/register-currency.js'
import { NOT_KNOWN, type Cell, type CellValue, type Rows } from './rows/rows.js'

/** Rows of a list with the chosen columns. */
export function listRows({ columns }: List, rows: readonly never[], keys: readonly string[], input: ListInput): Rows {
  const shown = keys.map((key) => columns.find((it) => it.key === key)!)
  return {
    columns: shown.map(({ key, label, type }) => {
      return { key, label, wraps: true, align: type === 'number' || type === 'money' ? 'right' : undefined }
    }),
    rows: rows.map((row) => {
      return { cells: Object.fromEntries(shown.map((column) => [column.key, cellOf(column, row, input)])) }
    }),
  }
}

function cellOf(column: ListColumn<never>, row: never, input: ListInput): Cell {
  const values = column.values(row, input)
  const written = column.text?.(row, input)
  if (values === undefined) return { text: written ?? NOT_KNOWN, value: null, tone: 'dim' }
  const shown = values.map((it) => formatOperand(column.type, it, currencyOf(input.register))).join(', ')
  return {
    text: written ?? (shown === '' ? '–' : shown),
    value: column.type === 'duration' ? (written ?? '') : valueOf(column, values),
  }
}

/** Money in pounds, so that a spreadsheet can add it up; several values as a list. */
function valueOf({ type }: ListColumn<never>, values: readonly (string | number | boolean)[]): CellValue {
  const plain = type === 'money' ? values.map((it) => Number(it) / 100) : values
  if (plain.length > 1) return plain.map((it) => (typeof it === 'boolean' ? String(it) : it))
  return plain[0] ?? ''
}
