import { chartTable, plainText, type ChartTable, type Token } from './charts/chart-table.js'
import type { Drawn, Placed } from './charts/chart.js'
import { flowchartOf } from './charts/flowchart-source.js'
import { charts } from './charts/index.js'
import { structure } from './charts/structure.js'

/** What is printed before and after a token of a page, and how a table looks. */
export interface Around {
  readonly look?: string
  readonly before?: string
  readonly after?: string
}

/** Draws the marked tables and the structures of a paper; what is drawn is put beside its token, as `meta`. */
export function drawPictures(tokens: readonly Token[]): void {
  let count = 0
  const headings: { tag: string; words: string }[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      while (headings.length > 0 && headings.at(-1)!.tag >= token.tag) headings.pop()
      headings.push({ tag: token.tag, words: plainText(tokens[index + 1]?.children ?? []) })
    }
    // the title of the paper is left out, unless there is nothing else
    const heading =
      headings
        .slice(headings.length > 1 ? 1 : 0)
        .map((it) => it.words)
        .join(', ') || 'Picture'
    const placed = () => ({ id: `picture_${++count}`, heading })
    if (token.type === 'fence' && token.info === 'mermaid') drawStructure(tokens, index, placed)
    const draw = token.type === 'marker' ? charts.get(/^chart: (\w+)$/.exec(token.info)?.[1] ?? '') : undefined
    if (draw === undefined || tokens[index + 1]?.type !== 'table_open') continue
    drawTable(tokens, index + 1, (table) => draw(table, placed()))
  }
}

/** A wide picture scrolls on a phone, where its words would be too small; so it can be reached by keyboard. */
function figure(svg: string): string {
  const isWide = Number(/ width="(\d+)"/.exec(svg)?.[1]) > 600
  return `<figure>${isWide ? `<div class="wide" tabindex="0" role="group" aria-label="Picture">${svg}</div>` : svg}</figure>\n`
}

/** The picture, and below it the table, folded if the picture says all of it. */
function drawTable(tokens: readonly Token[], start: number, draw: (table: ChartTable) => Drawn | undefined): void {
  const drawn = draw(chartTable(tokens, start))
  if (drawn === undefined) return
  const open = drawn.isWhole ? '' : ' open'
  const before = `${figure(drawn.svg)}<details class="figures"${open}><summary>The figures as a table</summary>\n`
  tokens[start]!.meta = { before } satisfies Around
  tokens.find((it, at) => at > start && it.type === 'table_close')!.meta = { after: '</details>\n' } satisfies Around
}

function drawStructure(tokens: readonly Token[], index: number, placed: () => Placed): void {
  const chart = flowchartOf(tokens[index]!.content)
  const svg = chart && structure(chart, placed(), anchorsFrom(tokens, index))
  if (svg !== undefined) tokens[index]!.meta = { before: figure(svg) } satisfies Around
}

/**
 * Where a box leads: to the row that begins with its name in bold, in this section of the paper, or else to the heading
 * that is its name.
 */
function anchorsFrom(tokens: readonly Token[], from: number): (name: string) => string | undefined {
  const end = tokens.findIndex((it, at) => at > from && it.type === 'heading_open' && it.tag <= 'h2')
  const rows = new Map<string, Token>()
  const headings = new Map<string, Token>()
  for (const [index, token] of tokens.entries()) {
    const words = tokens[index + 1]?.children ?? []
    if (token.type === 'heading_open') headings.set(plainText(words), headings.get(plainText(words)) ?? token)
    const isHere = index > from && (index < end || end === -1)
    if (!isHere || token.type !== 'td_open' || tokens[index - 1]?.type !== 'tr_open') continue
    const strong = words.findIndex((it) => it.type === 'strong_open')
    const name = plainText(
      words.slice(
        strong + 1,
        words.findIndex((it) => it.type === 'strong_close'),
      ),
    )
    if (strong !== -1 && !rows.has(name)) rows.set(name, token)
  }
  return (name) => {
    const row = rows.get(name)
    if (row !== undefined && row.attrGet('id') === null)
      row.attrSet('id', `row_${from}_${[...rows.keys()].indexOf(name) + 1}`)
    const id = (row ?? headings.get(name))?.attrGet('id')
    return typeof id === 'string' ? `#${id}` : undefined
  }
}
