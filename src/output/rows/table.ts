import { Chalk, type ChalkInstance } from 'chalk'
import Table from 'cli-table3'
import stringWidth from 'string-width'
import { clean } from '../../model/clean.js'
import { grouped } from '../../model/order.js'
import { anyText } from '../findings/any-text.js'
import { PLAIN, plainText } from '../findings/terminal-text.js'
import { layOut, type RowFormat, type RowView } from './index.js'
import type { Cell, Column, Rows } from './rows.js'

/** A column never gets narrower than this. */
const LEAST = 8
/** Spaces between two columns. */
const GAP = 2

/** A longer text is cut, so that one entry does not fill screens. */
const MOST = 5000

/** An answer in a terminal: the sentence above wraps; the one below does not, as people and scripts search for it. */
export const tables: RowFormat = (answer, view) => {
  const above = answer.above === undefined ? {} : { above: wrapped(clean(answer.above), view.width).join('\n') }
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
  const lines = rows.map(({ cells, group }): Line => {
    return { group, cells: columns.map(({ key }) => ({ text: shown(cells[key]), ink: inkOf(cells[key], paint) })) }
  })
  if (columns.length * (LEAST + GAP) - GAP > view.width) return records(columns, lines, view.width, paint)
  if (rows.length === 0) return ''
  const head = columns.map(({ label }) => ({ text: label, ink: paint.bold }))
  const widths = fit(
    columns,
    columns.map((_, index) => [head, ...lines.map((it) => it.cells)].map((it) => it[index]!.text)),
    view.width,
  )
  const drawn = (cells: readonly Inked[]) => drawnRow(cells, columns, widths)
  return grouped(lines, (it) => it.group ?? '')
    .map((these) => {
      const body = [head, ...these.map((it) => it.cells)].map((it) => `${drawn(it)}\n`).join('')
      const { group } = these[0]!
      return group === undefined ? body : `${paint.bold.underline(clean(group))}\n\n${body}`
    })
    .join('\n')
}

interface Line {
  readonly group: string | undefined
  readonly cells: readonly Inked[]
}

/** A text and its colour, which takes no room. */
interface Inked {
  readonly text: string
  readonly ink: (text: string) => string
}

/** For more columns than there is room for: each row becomes a list, with a line for each column. */
function records(columns: readonly Column[], lines: readonly Line[], width: number, paint: ChalkInstance): string {
  const label = longest(columns.map((it) => cellsOf(it.label))) + GAP
  const margin = ' '.repeat(label)
  const field = ({ label: name }: Column, { text, ink }: Inked) => {
    const rows = wrapped(text, Math.max(LEAST, width - label)).map((it) => ink(it))
    return `${paint.bold(name)}${' '.repeat(label - cellsOf(name))}${rows.join(`\n${margin}`)}`.trimEnd()
  }
  return lines.map(({ cells }) => `${columns.map((it, index) => field(it, cells[index]!)).join('\n')}\n`).join('\n')
}

/** The lines of a row, each text wrapped in its column. */
function drawnRow(cells: readonly Inked[], columns: readonly Column[], widths: readonly number[]): string {
  const texts = cells.map(({ text }, index) => wrapped(text, widths[index]!))
  return Array.from({ length: longest(texts.map((it) => it.length)) }, (_, at) => {
    const line = cells.map(({ ink }, index) => ({ text: texts[index]![at] ?? '', ink }))
    const drawn = line.every((it) => isPlain(it.text)) ? plainLine : anyLine
    return drawn(line, columns, widths).replace(/[ \t]+$/, '')
  }).join('\n')
}

/** What the library does, for texts whose letters take one cell each: in a long table nearly all, and much quicker. */
const plainLine = (line: readonly Inked[], columns: readonly Column[], widths: readonly number[]): string =>
  line
    .map(({ text, ink }, index) => {
      const room = ' '.repeat(widths[index]! - text.length)
      return columns[index]!.align === 'right' ? room + ink(text) : ink(text) + room
    })
    .join(' '.repeat(GAP))

function anyLine(line: readonly Inked[], columns: readonly Column[], widths: readonly number[]): string {
  const grid = new Table({
    chars: NO_LINES,
    style: { 'padding-left': 0, 'padding-right': GAP, head: [], border: [], compact: true },
    colWidths: widths.map((it) => it + GAP),
    colAligns: columns.map((it) => it.align ?? 'left'),
    wordWrap: false,
  })
  grid.push(line.map(({ text, ink }) => ink(text)))
  return grid.toString()
}

const isPlain = (text: string) => PLAIN.test(text)
const cellsOf = (text: string) => (isPlain(text) ? text.length : stringWidth(text))

/** A text in lines of at most so many cells. */
const wrapped = (text: string, width: number): string[] =>
  text.split('\n').flatMap((it) => (isPlain(it) ? plainText : anyText).wrap(it, width).split('\n'))

/** The text of a cell, as it is shown. */
function shown(cell: Cell | undefined): string {
  const text = cell?.text ?? ''
  return clean(text.length > MOST ? `${text.slice(0, MOST)}…` : text, { lines: true })
}

function inkOf(cell: Cell | undefined, paint: ChalkInstance): Inked['ink'] {
  const tones = { bad: paint.red, warn: paint.yellow, good: paint.green, dim: paint.dim }
  return cell?.tone === undefined ? (text) => text : tones[cell.tone]
}

/**
 * Widths that fit. Columns that do not wrap keep their width as long as they can. Of the others, those that need the
 * fewest lines become narrower first, so that long texts keep their room; words are broken last.
 */
function fit(columns: readonly Column[], texts: readonly (readonly string[])[], width: number): number[] {
  const full = texts.map((it) => longest(it.map(widest)))
  const widths = full.map((it) => Math.min(width, it))
  const isWide = () => widths.reduce((sum, it) => sum + it + GAP, -GAP) > width
  if (!isWide()) return widths
  const longestWords = texts.map((it) => Math.max(LEAST, longest(it.map((text) => widest(text.replace(/\s/g, '\n'))))))
  const room = (wraps: boolean, least: (index: number) => number) => {
    const isFree = (index: number) => (columns[index]!.wraps ?? false) === wraps && widths[index]! > least(index)
    while (isWide()) {
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

const widest = (text: string) => longest(text.split('\n').map(cellsOf))

/** Unlike Math.max, for any number of lengths. */
const longest = (lengths: readonly number[]) => lengths.reduce((most, it) => Math.max(most, it), 0)

const NO_LINES = Object.fromEntries(
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid middle'
    .split(' ')
    .map((it) => [it, '']),
)
