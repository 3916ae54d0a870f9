import { AS_TABLE, MOST_ROWS, type Chart } from './chart.js'
import type { ChartCell } from './chart-table.js'
import { monthsFrom, startOfYear, stretchOf, yearOf, type Stretch } from './days.js'
import { shorten, widthOf } from './letters.js'
import { element, escapeText, line, linked, picture } from './svg.js'

const WIDTH = 680
const LEFT = 210
const RIGHT = 12
const TOP = 28
const ROW = 30

/**
 * A line for each row, with a mark on its day, or a bar from its first day to its last. The days are in the first column
 * that holds some; where the next one holds days, too, these are ends. A day that is not known is written as it is.
 */
export const timeline: Chart = ({ columns, rows }, { id, heading }) => {
  const dated = columns.flatMap((_, index) =>
    index > 0 && rows.some((cells) => stretchOf(cells[index]!.text) !== undefined) ? [index] : [],
  )
  const [start] = dated
  if (start === undefined || rows.length > MOST_ROWS) return undefined
  const used = dated.includes(start + 1) ? [start, start + 1] : [start]
  const all = rows.map((cells) => ({ cells, when: together(used.map((it) => stretchOf(cells[it]!.text))) }))
  const known = all.flatMap((it) => it.when ?? [])
  if (known.length < 2) return undefined
  const axis = axisOf(known)
  const height = TOP + rows.length * ROW
  const at = (day: number) => LEFT + ((day - axis.first) / (axis.last - axis.first)) * (WIDTH - LEFT - RIGHT)
  const grid = axis.marks.map(
    ({ at: day, name }) =>
      element('path', { d: `M${Math.round(at(day))} ${TOP - 6}V${height}`, class: 'grid' }) +
      line(Math.round(at(day)) + 3, 12, name, { class: 'note' }),
  )
  const drawn = all.map(({ cells, when }, index) => {
    const stated = used.map((it) => cells[it]!.text).filter((it) => it !== '' && it !== '–')
    const words = [...new Set(stated)].join(' – ')
    return row(cells[0]!, words, when, TOP + index * ROW, at)
  })
  const heads = used.map((it) => columns[it]!.name).join(' and ')
  return {
    svg: picture(
      {
        id,
        title: `${heading}: ${heads}`,
        description: `A line for each of ${rows.length} rows, with its days under “${heads}” from left to right. ${AS_TABLE}`,
        width: WIDTH,
        height,
      },
      [...grid, ...drawn],
    ),
    isWhole: columns.length === used.length + 1,
  }
}

/** From the beginning of the first to the end of the last, where both are known. */
function together(parts: readonly (Stretch | undefined)[]): Stretch | undefined {
  const known = parts.filter((it) => it !== undefined)
  if (known.length === 0) return undefined
  return { first: Math.min(...known.map((it) => it.first)), last: Math.max(...known.map((it) => it.last)) }
}

interface Axis {
  readonly first: number
  readonly last: number
  readonly marks: readonly { readonly at: number; readonly name: string }[]
}

/** Months where all is within a year or so, otherwise years; not more marks than can be read. */
function axisOf(known: readonly Stretch[]): Axis {
  const [first, last] = [Math.min(...known.map((it) => it.first)), Math.max(...known.map((it) => it.last))]
  if (last - first <= 450) {
    const months = monthsFrom(first, last + 31)
    return { first: months[0]!.at, last: months.at(-1)!.at, marks: thinned(months.slice(0, -1), 8) }
  }
  const [from, to] = [yearOf(first), yearOf(last) + 1]
  const years = Array.from({ length: Math.min(to - from, 9999) }, (_, index) => from + index)
  const marks = years.map((year) => ({ at: startOfYear(year), name: String(year) }))
  return { first: marks[0]!.at, last: startOfYear(to), marks: thinned(marks, 9) }
}

function thinned<Mark>(marks: readonly Mark[], most: number): Mark[] {
  const step = Math.ceil(marks.length / most)
  return marks.filter((_, index) => index % step === 0)
}

function row(
  name: ChartCell,
  words: string,
  when: Stretch | undefined,
  y: number,
  at: (day: number) => number,
): string {
  const title = linked(line(0, y + 18, shorten(name.text, LEFT - 14, 13), { class: 'name' }, name.text), name.href)
  if (when === undefined) {
    const shown = shorten(words || '–', WIDTH - LEFT - RIGHT, 12)
    return title + line(LEFT + 4, y + 18, shown, { class: 'unknown' }, words || '–')
  }
  const [from, to] = [at(when.first), at(when.last + 1)]
  const isPoint = to - from < 9
  const middle = (from + to) / 2
  const mark = isPoint
    ? element('path', { d: `M${Math.round(middle)} ${y + 7}l6.5 6.5-6.5 6.5-6.5-6.5z`, class: 'solid' })
    : element('rect', { x: from, y: y + 8, width: to - from, height: 11, rx: 2, class: 'solid' })
  const [left, right] = isPoint ? [middle - 11, middle + 11] : [from - 5, to + 5]
  const isRight = right + widthOf(words, 12) <= WIDTH
  const room = isRight ? WIDTH - right : left - LEFT
  const shown = shorten(words, Math.max(room, 0), 12)
  if (room < 40) return title + element('g', {}, element('title', {}, escapeText(words)), mark)
  const text = line(
    isRight ? right : left,
    y + 18,
    shown,
    { class: 'note', 'text-anchor': isRight ? 'start' : 'end' },
    words,
  )
  return title + mark + text
}
