import { jsonText } from '../../model/clean.js'
import { cleaned } from '../findings/cleaned.js'
import type { RowFormat } from './index.js'
import type { Rows } from './rows.js'

/** An answer for programs. `schemaVersion` rises when a key changes its meaning. */
export const json: RowFormat = (answer) => jsonText(cleaned({ schemaVersion: 1, ...answer.json() }))

/** Rows by the keys of their columns. */
export const jsonRows = ({ columns, rows }: Rows): object[] =>
  rows.map(({ cells }) => Object.fromEntries(columns.map(({ key }) => [key, cells[key]?.value ?? null])))
