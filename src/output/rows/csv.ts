import { stringify } from 'csv-stringify/sync'
import { clean } from '../../model/clean.js'
import type { RowFormat } from './index.js'
import type { CellValue, Rows } from './rows.js'

/** The rows of an answer for a spreadsheet. */
export const sheet: RowFormat = ({ sheet, tables }) => csv(sheet?.() ?? joined(tables()))

/** Tables of the same columns as one. */
const joined = (tables: readonly Rows[]): Rows => ({
  columns: tables[0]?.columns ?? [],
  rows: tables.flatMap((it) => it.rows),
})

/**
 * Comma-separated values for a spreadsheet: a byte order mark, a heading, CRLF; a text that looks like a formula gets
 * an apostrophe. Numbers stay numbers, and a value that is not known is empty.
 */
export function csv({ columns, rows }: Rows): string {
  const grouped = rows.some((it) => it.group !== undefined)
  const lines = rows.map(({ cells, group }) => [
    ...(grouped ? [plain(group ?? null)] : []),
    ...columns.map(({ key }) => plain(cells[key]?.value ?? null)),
  ])
  const header = [...(grouped ? ['Group'] : []), ...columns.map((it) => it.label)]
  return stringify([header, ...lines], { bom: true, record_delimiter: 'windows', escape_formulas: true })
}

const plain = (value: CellValue) =>
  typeof value === 'string' ? clean(value) : Array.isArray(value) ? clean(value.join('; ')) : value
