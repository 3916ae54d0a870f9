/** Rows that a command prints, whatever the format: a list of the register, or what is due. */
export interface Rows {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export interface Column {
  /** The name that programs and `--columns` use. */
  readonly key: string
  /** The heading that people read. */
  readonly label: string
  readonly align?: 'right'
  /** May be narrowed until its longest word breaks; the others keep their width as long as they can. */
  readonly wraps?: boolean
}

export interface Row {
  readonly cells: Readonly<Record<string, Cell>>
  /** Rows of one group stand together under its name. */
  readonly group?: string
}

/** A value as people read it, and as programs do: null where it is not known, money in pounds. */
export interface Cell {
  readonly text: string
  readonly value: CellValue
  /** How it stands, for colour beside the words: never colour alone. */
  readonly tone?: 'bad' | 'warn' | 'good' | 'dim'
}
export type CellValue = string | number | boolean | null | readonly (string | number)[]

/** What people read where nothing is known. */
export const NOT_KNOWN = 'not known'

/** A text as a cell; what is not there is not known. */
export function textCell(text: string | undefined, tone?: Cell['tone']): Cell {
  return text === undefined ? unknownCell : { text, value: text, ...(tone && { tone }) }
}

/** A table of plain texts: its columns by key and heading; those that may wrap are named. */
export function textRows<Key extends string>(
  headings: Readonly<Record<Key, string>>,
  rows: readonly Readonly<Record<NoInfer<Key>, string>>[],
  wraps: readonly NoInfer<Key>[] = [],
): Rows {
  const keys = Object.keys(headings) as Key[]
  return {
    columns: keys.map((key) => ({ key, label: headings[key], wraps: wraps.includes(key) })),
    rows: rows.map((row) => ({ cells: Object.fromEntries(keys.map((key) => [key, textCell(row[key])])) })),
  }
}

const unknownCell: Cell = { text: NOT_KNOWN, value: null, tone: 'dim' }
