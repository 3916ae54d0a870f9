/** Rows that a command prints in any format: a list of the register, or what is due. */
export interface Rows {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export interface Column {
  /** The name that programs and `--columns` use. */
  readonly key: string
  /** The heading that people read. */
  readonly label: string
  readonly align?: 'right' | undefined
  /** May be narrowed until its longest word breaks; the others keep their width as long as they can. */
  readonly wraps?: boolean
}

export interface Row {
  readonly cells: Readonly<Record<string, Cell>>
  /** Rows of one group are shown together under its name. */
  readonly group?: string | undefined
}

/** A value as people read it, and as programs do: null where it is not known, money in pounds. */
export interface Cell {
  readonly text: string
  readonly value: CellValue
  /** A colour to support the words; it never says anything by itself. */
  readonly tone?: 'bad' | 'warn' | 'good' | 'dim' | undefined
}
export type CellValue = string | number | boolean | null | readonly (string | number)[]

/** What people read if a value is not known. */
export const NOT_KNOWN = 'not known'

/** A text as a cell; undefined is shown as not known. */
export function textCell(text: string | undefined, tone?: Cell['tone']): Cell {
  return text === undefined ? unknownCell : { text, value: text, tone }
}

/** A table of plain texts. @param wraps columns that may wrap */
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
