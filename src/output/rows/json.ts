import { cleaned } from '../findings/cleaned.js'
import type { Rows } from './rows.js'

/** The rows by the keys of their columns, for programs. */
export function jsonRows({ columns, rows }: Rows): object[] {
  return rows.map(({ cells }) =>
    cleaned(Object.fromEntries(columns.map(({ key }) => [key, cells[key]?.value ?? null]))),
  )
}
