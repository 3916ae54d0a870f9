import { amountOf, scaleOf, type Amount } from './amount.js'
import { head } from './bars.js'
import { AS_TABLE, MOST_ROWS, type Chart } from './chart.js'
import { shorten } from './letters.js'
import { element, line, PATTERNS, picture } from './svg.js'

const WIDTH = 560
const LONGEST = WIDTH - 34
const ROW = 44
/** How each series is filled, in its order; they differ without colour. */
const FILLS = ['solid', 0, 'pale', 1, 'middle', 2] as const

/**
 * A bar for each row, of a piece for each column of figures: how many of each there are, and how many together. What is
 * not known is a question mark after the bar.
 */
export const stacked: Chart = ({ columns, rows }, { id, heading }) => {
  const series = columns.flatMap(({ name, isFigure }, index) => (index > 0 && isFigure ? [{ name, index }] : []))
  if (series.length < 2 || series.length > FILLS.length || rows.length > MOST_ROWS) return undefined
  const all = rows.map((cells) => series.map(({ index }) => amountOf(cells[index]!.text)))
  if (scaleOf(all.flat()) === undefined) return undefined
  const scale = LONGEST / Math.max(...all.map((it) => it.reduce((sum, amount) => sum + highOf(amount), 0)))
  const top = Math.ceil(series.length / COLUMNS) * 20 + 8
  const drawn = rows.map((cells, row) => {
    const y = top + row * ROW
    const words = series.map(({ index }) => cells[index]!.text || '–').join(' · ')
    return head(cells[0]!, { text: words }, y, 'value') + pieces(all[row]!, y + 20)
  })
  const names = series.map((it) => it.name)
  return {
    svg: picture(
      {
        id,
        title: `${heading}: ${names.join(', ')}`,
        description: `A bar for each of ${rows.length} rows, in pieces for ${names.join(', ')}, in this order. ${AS_TABLE}`,
        width: WIDTH,
        height: top + rows.length * ROW,
      },
      [element('defs', {}, ...PATTERNS.map((it, index) => it(`${id}_p${index}`))), legend(), ...drawn],
    ),
    isWhole: series.length === columns.length - 1,
  }

  function fillOf(index: number): { class: string; fill?: string } {
    const fill = FILLS[index]!
    return typeof fill === 'number' ? { class: 'edge', fill: `url(#${id}_p${fill})` } : { class: `edge ${fill}` }
  }

  function pieces(amounts: readonly Amount[], y: number): string {
    let x = 0
    const box = { y, height: 16 }
    let drawn = ''
    for (const [index, amount] of amounts.entries()) {
      if (amount.kind !== 'interval') continue
      const [sure, more] = [amount.low * scale, (amount.high - amount.low) * scale]
      if (sure > 0) drawn += element('rect', { x, ...box, width: sure, ...fillOf(index) })
      // what may be, beside what is
      if (more > 0)
        drawn += element('rect', { x: x + sure, ...box, width: more, 'fill-opacity': 0.4, ...fillOf(index) })
      x += sure + more
    }
    if (amounts.every((it) => it.kind === 'interval' || it.kind === 'none')) return drawn
    return (
      drawn +
      element('rect', { x: x + 1, ...box, width: 24, class: 'open' }) +
      line(x + 13, y + 12, '?', { class: 'sign' })
    )
  }

  function legend(): string {
    return series
      .map(({ name }, index) => {
        const [x, y] = [(index % COLUMNS) * (WIDTH / COLUMNS), Math.floor(index / COLUMNS) * 20]
        const box = element('rect', { x: x + 0.5, y: y + 2, width: 20, height: 12, ...fillOf(index) })
        return box + line(x + 28, y + 13, shorten(name, WIDTH / COLUMNS - 36, 13), { class: 'note' }, name)
      })
      .join('')
  }
}

const COLUMNS = 3

const highOf = (amount: Amount) => (amount.kind === 'interval' ? amount.high : 0)
