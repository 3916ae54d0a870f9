import type { Token } from './tokens.js'
import { plainText } from './tokens.js'

/** A cell with its words as tokens, and as text. */
export interface Cell {
  readonly inline: Token | undefined
  readonly text: string
  readonly isRight: boolean
}

/** A table of a paper: the row of headings first. */
export interface TableOfPaper {
  readonly rows: readonly (readonly Cell[])[]
  /** Has it the rows of a front sheet, whose first column has the headings? */
  readonly isFrontSheet: boolean
  /** The token after it. */
  readonly next: number
}

/** Reads the table that begins at a token. */
export function readTable(tokens: readonly Token[], start: number): TableOfPaper {
  const rows: Cell[][] = []
  let at = start + 1
  for (; tokens[at] !== undefined && tokens[at]!.type !== 'table_close'; at++) {
    const token = tokens[at]!
    if (token.type === 'tr_open') rows.push([])
    if (token.type !== 'th_open' && token.type !== 'td_open') continue
    const inline = tokens[at + 1]?.type === 'inline' ? tokens[at + 1] : undefined
    const isRight = /right/.test(String(token.attrGet('style')))
    rows.at(-1)!.push({ inline, text: plainText(inline).trim(), isRight })
  }
  const isFrontSheet = tokens[start - 1]?.info === 'front sheet'
  // markdown has no table without headings, so a front sheet may have blank ones
  if (isFrontSheet && rows[0]?.every((it) => it.text === '')) rows.shift()
  return { rows, isFrontSheet, next: at + 1 }
}

/** The words of a table, row by row. */
export const textsOf = (rows: TableOfPaper['rows']): string[][] => rows.map((row) => row.map((it) => it.text))
