import { Chalk, type ChalkInstance } from 'chalk'
import Table from 'cli-table3'
import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import { clean } from '../../model/clean.js'
import { grouped } from '../../model/order.js'
import { layOut, type RowFormat, type RowView } from './index.js'
import type { Cell, Column, Row, Rows } from './rows.js'

/** A column never gets narrower than this. */
const LEAST = 8
/** Spaces between two columns. */
const GAP = 2

/** A longer text is cut, so that one entry does not fill screens. */
const MOST = 5000

/** An answer in a terminal: the sentence above wraps; the one below does not, as people and scripts search for it. */
export const tables: RowFormat = (answer, view) => {
  const above = answer.above === undefined ? {} : { above: wrapped(clean(answer.above), view.width) }
  return layOut(
    { ...answer, ...above },
    (rows) => table(rows, view),
    (text) => clean(text, { lines: true }),
  )
}

/**
 * A table that fits the terminal: wide columns wrap, and only very long texts are cut. Groups have their name above.
 */
export function table({ columns, rows }: Rows, view: RowView): string {
  const paint = new Chalk({ level: view.colour ? 1 : 0 })
  if (columns.length * (LEAST + GAP) - GAP > view.width) return records(columns, rows, view.width, paint)
  const widths = fit(columns, rows, view.width)
  if (rows.length === 0) return ''
  return grouped(rows, (it) => it.group ?? '')
    .map((these) => {
      const body = grid(columns, widths, these, paint)
      const { group } = these[0]!
      return group === undefined ? body : `${paint.bold.underline(clean(group))}\n\n${body}`
    })
    .join('\n')
}

/** For more columns than there is room for: each row becomes a list, with a line for each column. */
function records(columns: readonly Column[], rows: readonly Row[], width: number, paint: ChalkInstance): string {
  const label = longest(columns.map((it) => stringWidth(it.label))) + GAP
  const line = ({ key, label: name }: Column, { cells }: Row) => {
    const text = wrapAnsi(painted(cells[key], paint), Math.max(LEAST, width - label), { hard: true, trim: true })
    return `${paint.bold(name)}${' '.repeat(label - stringWidth(name))}${text.replaceAll('\n', `\n${' '.repeat(label)}`)}`
  }
  return rows.map((row) => `${columns.map((it) => line(it, row).trimEnd()).join('\n')}\n`).join('\n')
}

function grid(columns: readonly Column[], widths: readonly number[], rows: readonly Row[], paint: ChalkInstance) {
  const texts = [
    columns.map(({ label }) => paint.bold(label)),
    ...rows.map(({ cells }) => columns.map(({ key }) => painted(cells[key], paint))),
  ]
  const lines = texts.flatMap((it) => linesOf(it, widths))
  const chunks: string[][][] = []
  for (let at = 0; at < lines.length; at += CHUNK) chunks.push(lines.slice(at, at + CHUNK))
  const text = chunks.map((chunk) => tableOf(chunk, columns, widths)).join('\n')
  return `${text.replace(/[ \t]+$/gm, '')}\n`
}

/**
 * The lines of a row, each text wrapped in its column. The library gets each line as a row, because it is slow with
 * cells of many lines, and with text that is too wide.
 */
function linesOf(texts: readonly string[], widths: readonly number[]): string[][] {
  const cells = texts.map((it, index) => wrapped(it, widths[index]!).split('\n'))
  return Array.from({ length: longest(cells.map((it) => it.length)) }, (_, line) => cells.map((it) => it[line] ?? ''))
}

/** The library compares every cell of a table with every other, so a long table is made of short ones. */
const CHUNK = 20

function tableOf(lines: string[][], columns: readonly Column[], widths: readonly number[]): string {
  const grid = new Table({
    chars: NO_LINES,
    style: { 'padding-left': 0, 'padding-right': GAP, head: [], border: [], compact: true },
    colWidths: widths.map((it) => it + GAP),
    colAligns: columns.map((it) => it.align ?? 'left'),
    wordWrap: false,
  })
  grid.push(...lines)
  return grid.toString()
}

const wrapped = (text: string, width: number) => wrapAnsi(text, width, { hard: true, trim: true })

/** The text of a cell, as it is shown. */
function shown(cell: Cell | undefined): string {
  const text = cell?.text ?? ''
  return clean(text.length > MOST ? `${text.slice(0, MOST)}…` : text, { lines: true })
}

function painted(cell: Cell | undefined, paint: ChalkInstance): string {
  const text = shown(cell)
  const tones = { bad: paint.red, warn: paint.yellow, good: paint.green, dim: paint.dim }
  return cell?.tone === undefined ? text : tones[cell.tone](text)
}

/**
 * Widths that fit. Columns that do not wrap keep their width as long as they can. Of the others, those that need the
 * fewest lines become narrower first, so that long texts keep their room; words are broken last.
 */
function fit(columns: readonly Column[], rows: readonly Row[], width: number): number[] {
  const texts = columns.map(({ key, label }) => [label, ...rows.map((it) => shown(it.cells[key]))])
  const full = texts.map((it) => longest(it.map(widest)))
  const widths = full.map((it) => Math.min(width, it))
  const longestWords = texts.map((it) => Math.max(LEAST, longest(it.map((text) => widest(text.replace(/\s/g, '\n'))))))
  const room = (wraps: boolean, least: (index: number) => number) => {
    const isFree = (index: number) => (columns[index]!.wraps ?? false) === wraps && widths[index]! > least(index)
    while (widths.reduce((sum, it) => sum + it + GAP, -GAP) > width) {
      const free = [...widths.keys()].filter(isFree)
      if (free.length === 0) return
      const cost = (index: number) => Math.ceil(full[index]! / (widths[index]! - 1))
      widths[free.reduce((a, b) => (cost(b) < cost(a) || (cost(b) === cost(a) && widths[b]! > widths[a]!) ? b : a))]!--
    }
  }
  room(true, (index) => longestWords[index]!)
  room(true, () => LEAST)
  room(false, () => LEAST)
  return widths
}

const widest = (text: string) => longest(text.split('\n').map((it) => stringWidth(it)))

/** Unlike Math.max, for any number of lengths. */
const longest = (lengths: readonly number[]) => lengths.reduce((most, it) => Math.max(most, it), 0)

const NO_LINES = Object.fromEntries(
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid middle'
    .split(' ')
    .map((it) => [it, '']),
)
