import { lowerFirst } from '../../model/words.js'

/**
 * Leaves out the columns of a finished paper's tables in which no row has an entry, and says so once under the table: what
 * is unknown is stated, without a column of the same words. The first column stays, as it says what the rows are; so does
 * a table that follows a marker (`<!-- chart: map -->`), whose columns are its picture's.
 */
export function withoutEmptyColumns(markdown: string): string {
  const kept: string[] = []
  let table: string[] = []
  let isFenced = false
  for (const line of [...markdown.split('\n'), '']) {
    if (/^(?:```|~~~)/.test(line)) isFenced = !isFenced
    if (!isFenced && line.startsWith('|')) table.push(line)
    else {
      for (const row of isMarked(kept) ? table : withEntries(table)) kept.push(row) // a table may be very long
      kept.push(line)
      table = []
    }
  }
  return kept.slice(0, -1).join('\n')
}

const isMarked = (before: readonly string[]) => /^<!-- .* -->$/.test(before.findLast((it) => it !== '') ?? '')
const isRule = (line: string | undefined) => line !== undefined && /^\|(?: *:?-+:? *\|)+$/.test(line)

/** What a cell has where the register has no entry. A dash is none of it: it may mean that nothing applies. */
const MISSING: readonly string[] = ['not recorded', 'not stated', 'not known', 'not graded']
const hasNoEntry = (cells: readonly string[]) => cells.length > 0 && cells.every((it) => MISSING.includes(it))

function withEntries(table: readonly string[]): readonly string[] {
  if (!isRule(table[1])) return table
  const [head, rule, ...rows] = table.map(cellsOf)
  const isEmpty = head!.map((_, column) => column > 0 && hasNoEntry(rows.map((it) => it[column] ?? '')))
  if (!isEmpty.includes(true)) return table
  const write = (cells: readonly string[]) => `| ${cells.filter((_, column) => !isEmpty[column]).join(' | ')} |`
  const names = head!.filter((_, column) => isEmpty[column]).map(lowerFirst)
  return [
    ...[head!, rule!, ...rows].map(write),
    '',
    `Not recorded${rows.length === 1 ? '' : ' for any of them'}: ${names.join(', ')}.`,
  ]
}

/** The cells of a row; a sign with a backslash before it ends none. */
const cellsOf = (row: string): string[] =>
  row
    .slice(1, /(?<!\\)\|$/.test(row) ? -1 : undefined)
    .split(/(?<!\\)\|/)
    .map((it) => it.trim())
