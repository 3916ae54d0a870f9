import { clean } from '../../model/clean.js'
import type { Rows } from './rows.js'

/** The answer of a command, in parts that formats use; each is made only if it is needed. */
export interface Answer {
  /** For people; each table has columns as wide as it needs. */
  readonly tables: () => readonly Rows[]
  /** A sentence above the tables, and one below them. */
  readonly above?: string
  readonly below?: string
  /** For a spreadsheet; by default the tables for people. */
  readonly sheet?: () => Rows
  /** For programs; the version of the schema is added. */
  readonly json: () => object
}

/** How the output should look. */
export interface RowView {
  /** Columns of the terminal. */
  readonly width: number
  readonly colour: boolean
}

/** A format of rows turns an answer into text, and writes nothing. */
export type RowFormat = (answer: Answer, view: RowView) => string

/** Formats of answers in rows; each is loaded when it is needed. */
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
