import type MarkdownIt from 'markdown-it'

export type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number]

/** A cell as it is read: its words, the letter in bold that it may begin with, and where its first link goes. */
export interface ChartCell {
  readonly text: string
  readonly mark?: string
  readonly href?: string
}

/** A table that a chart is drawn from. */
export interface ChartTable {
  readonly columns: readonly { readonly name: string; readonly isFigure: boolean }[]
  readonly rows: readonly (readonly ChartCell[])[]
}

/** The table that begins at a token. */
export function chartTable(tokens: readonly Token[], start: number): ChartTable {
  const columns: { name: string; isFigure: boolean }[] = []
  const rows: ChartCell[][] = []
  for (let at = start; at < tokens.length && tokens[at]!.type !== 'table_close'; at++) {
    const { type } = tokens[at]!
    const words = tokens[at + 1]
    if (type === 'tr_open') rows.push([])
    else if (type === 'td_open') rows.at(-1)!.push(cellOf(words))
    // figures are aligned to the right, which is how a template says which columns hold them
    else if (type === 'th_open')
      columns.push({ name: cellOf(words).text, isFigure: /right/.test(String(tokens[at]!.attrGet('style'))) })
  }
  return { columns, rows: rows.slice(1) } // the first row is that of the headings
}

function cellOf(token: Token | undefined): ChartCell {
  const parts = token?.children ?? []
  const text = plainText(parts)
  const isMarked = parts.find((it) => it.type !== 'text' || it.content !== '')?.type === 'strong_open'
  const strong = parts.findIndex((it) => it.type === 'strong_open')
  const mark = isMarked
    ? plainText(
        parts.slice(
          strong,
          parts.findIndex((it) => it.type === 'strong_close'),
        ),
      )
    : undefined
  const href = parts.find((it) => it.type === 'link_open')?.attrGet('href')
  return { text, ...(mark !== undefined && { mark }), ...(typeof href === 'string' && { href }) }
}

/** The words of a block without their marks. */
export const plainText = (parts: readonly Token[]): string =>
  parts
    .map((it) => (it.type === 'softbreak' || it.type === 'hardbreak' ? ' ' : it.content))
    .join('')
    .trim()
