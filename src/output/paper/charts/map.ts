import { BAND_COLOURS, type Colour } from '../colours.js'
import { AS_TABLE, type Chart } from './chart.js'
import type { ChartCell } from './chart-table.js'
import { isCut, shorten, wrap } from './letters.js'
import { element, line, linked, picture } from './svg.js'

const WIDTH = 640
/** Room for the names of the rows, and for that of their axis. */
const LEFT = 132
const TOP = 50
const ROW = 58
const OTHER: Colour = { ground: '#e6e9ec', ink: '#000000' }

/**
 * A map of risks: a square for each cell, in the colour of its band, with the letter of the band, how many there are and
 * which. The corner of the table names the axes: `Consequence ↓ likelihood →`.
 */
export const map: Chart = ({ columns, rows }, { id, heading }) => {
  const across = columns.length - 1
  const isSquare = across >= 2 && across <= 7 && rows.length >= 2 && rows.length <= 7
  if (!isSquare || !rows.some((cells) => cells.slice(1).some((it) => countOf(it) !== null))) return undefined
  const [down, over] = axesOf(columns[0]!.name)
  const size = (WIDTH - LEFT) / across
  const bottom = TOP + rows.length * ROW
  const drawn = [
    line(LEFT + (across * size) / 2, 13, over, { class: 'axis', 'text-anchor': 'middle' }),
    line(0, 0, down, {
      class: 'axis',
      'text-anchor': 'middle',
      transform: `translate(12 ${(TOP + bottom) / 2}) rotate(-90)`,
    }),
    ...columns.slice(1).map(({ name }, index) => names(name, LEFT + (index + 0.5) * size, 42, size - 8, 'middle')),
    ...rows.flatMap((cells, row) => [
      names(cells[0]!.text, LEFT - 8, TOP + (row + 0.5) * ROW + 10, LEFT - 34, 'end'),
      ...cells.slice(1).map((it, column) => square(it, LEFT + column * size, TOP + row * ROW, size)),
    ]),
  ]
  const description = `${rows.length} by ${across} squares, ${down} upwards and ${over} to the right. Each has the letter of its band, how many there are, and which. ${AS_TABLE}`
  return {
    svg: picture({ id, title: heading, description, width: WIDTH, height: bottom + 2 }, drawn),
    isWhole: true,
  }
}

/** The names of the axes, downwards and to the right. */
function axesOf(corner: string): [down: string, over: string] {
  const [, down = 'rows', over = 'columns'] = /^(.*?)\s*↓\s*(.*?)\s*→$/.exec(corner) ?? []
  return [sentence(down), sentence(over)]
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** How many a cell holds, as `**H** **2:** no. 3 and 4` says; null where it holds none. */
const countOf = ({ text, mark = '' }: ChartCell) => /^(\d+)(?::\s*(.*))?$/s.exec(restOf(text, mark))

const restOf = (text: string, mark: string) => text.slice(mark.length).trim()

/** The name of a step in a line or two, which end at a height. */
function names(name: string, x: number, y: number, width: number, anchor: string): string {
  const lines = wrap(name, width, 12, 2)
  return lines
    .map((it, index) =>
      line(
        x,
        y - (lines.length - 1 - index) * 14 - (lines.length === 1 ? 6 : 0),
        it,
        { class: 'note', 'text-anchor': anchor },
        isCut(name, lines) ? name : it,
      ),
    )
    .join('')
}

function square(cell: ChartCell, x: number, y: number, size: number): string {
  const { text, mark = '' } = cell
  const { ground, ink } = Object.hasOwn(BAND_COLOURS, mark) ? BAND_COLOURS[mark as keyof typeof BAND_COLOURS] : OTHER
  const box = element('rect', { x: x + 1, y: y + 1, width: size - 2, height: ROW - 2, fill: ground, class: 'square' })
  const letter = line(x + 8, y + 17, shorten(mark, size - 16, 13), { class: 'letter', fill: ink })
  const middle = { 'text-anchor': 'middle', fill: ink }
  const found = countOf(cell)
  const rest = found?.[2] ?? (found === null ? restOf(text, mark) : '')
  if (found === null)
    return box + letter + linked(line(x + size / 2, y + 35, shorten(rest, size - 8, 12), middle, rest), cell.href)
  const lines = wrap(rest, size - 10, 11, 2)
  const words = lines.map((it, index) =>
    line(x + size / 2, y + 41 + index * 12, it, { ...middle, class: 'small' }, isCut(rest, lines) ? rest : it),
  )
  return (
    box +
    linked(letter + line(x + size / 2, y + 27, found[1]!, { ...middle, class: 'count' }) + words.join(''), cell.href)
  )
}
