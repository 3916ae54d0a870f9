import { clean } from '../../model/clean.js'
import type { Rows } from './rows.js'

/** What a command answers, in the parts that a format may be made of; each is made only when it is wanted. */
export interface Answer {
  /** What people read, each table with columns as wide as it needs. */
  readonly tables: () => readonly Rows[]
  /** A sentence above the tables, and one below them. */
  readonly above?: string
  readonly below?: string
  /** What a spreadsheet gets; the tables of people, where it is not given. */
  readonly sheet?: () => Rows
  /** What programs get, beside the version of its schema. */
  readonly json: () => object
}

/** How it is to look. */
export interface RowView {
  /** Columns of the terminal. */
  readonly width: number
  readonly colour: boolean
}

/** A format of rows turns an answer into text, and touches no stream. */
export type RowFormat = (answer: Answer, view: RowView) => string

/** Formats of whatever is answered in rows; each is loaded when it is wanted. */
export const rowFormats = {
  table: async () => (await import('./table.js')).tables,
  json: async () => (await import('./json.js')).json,
  csv: async () => (await import('./csv.js')).sheet,
  markdown: async () => (await import('./markdown.js')).tables,
} satisfies Record<string, () => Promise<RowFormat>>

export type RowFormatName = keyof typeof rowFormats

/** Sentences and tables one below the other, with a blank line between; a table without rows is left out. */
export function layOut(
  { above, tables, below }: Answer,
  table: (rows: Rows) => string,
  sentence: (text: string) => string = clean,
): string {
  const line = (text: string | undefined) => (text === undefined ? [] : [`${sentence(text)}\n`])
  const shown = tables().flatMap((it) => (it.rows.length === 0 ? [] : [table(it)]))
  return [...line(above), ...shown, ...line(below)].join('\n')
}
