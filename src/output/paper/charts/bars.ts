import { amountOf, scaleOf, type Amount } from './amount.js'
import { AS_TABLE, MOST_ROWS, type Chart } from './chart.js'
import type { ChartCell } from './chart-table.js'
import { shorten, widthOf } from './letters.js'
import { element, line, linked, PATTERNS, picture } from './svg.js'

const WIDTH = 560
/** The longest bar leaves room for the sign that there may be more. */
const LONGEST = WIDTH - 34
const ROW = 42
const NAME = 14

/**
 * A bar for each row: its name is in the first column, its length in the first column of figures. An interval is hatched
 * from its lower to its upper end; what is not known has no bar, but its words and a question mark.
 */
export const bars: Chart = ({ columns, rows }, { id, heading }) => {
  const column = columns.findIndex((it, index) => index > 0 && it.isFigure)
  if (column === -1 || rows.length > MOST_ROWS) return undefined
  const all = rows.map((cells) => ({ name: cells[0]!, value: cells[column]!, amount: amountOf(cells[column]!.text) }))
  const most = scaleOf(all.map((it) => it.amount))
  if (most === undefined || all.filter((it) => it.amount.kind === 'interval').length < 2) return undefined
  const scale = LONGEST / most
  const hatch = `${id}_hatch`
  const drawn = all.map(({ name, value, amount }, index) => {
    const y = index * ROW
    return head(name, value, y, amount.kind === 'unknown' ? 'unknown' : 'value') + bar(amount, y + 20, scale, hatch)
  })
  const key = legend(
    all.map((it) => it.amount),
    rows.length * ROW + 6,
    hatch,
  )
  const figure = columns[column]!.name
  return {
    svg: picture(
      {
        id,
        title: `${heading}: ${figure}`,
        description: `A bar for each of ${rows.length} rows, as long as its figure under “${figure}”. ${AS_TABLE}`,
        width: WIDTH,
        height: rows.length * ROW + (key === '' ? 0 : 26),
      },
      [element('defs', {}, PATTERNS[0]!(hatch)), ...drawn, ...(key === '' ? [] : [key])],
    ),
    isWhole: columns.length === 2,
  }
}

/** The name of a row and its figure in words, above its bar; of the two the name gives way. */
export function head(name: ChartCell, value: ChartCell, y: number, look: string): string {
  const words = shorten(value.text, WIDTH * 0.55, NAME)
  const shown = shorten(name.text, WIDTH - widthOf(words, NAME) - 16, NAME)
  const right = { 'text-anchor': 'end', class: look }
  return (
    linked(line(0, y + 14, shown, { class: 'name' }, name.text), name.href) +
    linked(line(WIDTH, y + 14, words, right, value.text), value.href)
  )
}

function bar(amount: Amount, y: number, scale: number, hatch: string): string {
  const box = { y, height: 13 }
  if (amount.kind === 'unknown')
    return element('rect', { x: 0.5, ...box, width: 24, class: 'open' }) + line(12, y + 11, '?', { class: 'sign' })
  if (amount.kind === 'none' || amount.high === 0) return element('rect', { x: 0, ...box, width: 1.5, class: 'solid' })
  const [low, high] = [amount.low * scale, amount.high * scale]
  const solid = low > 0 ? element('rect', { x: 0, ...box, width: Math.max(low, 1.5), class: 'solid' }) : ''
  const range =
    high > low ? element('rect', { x: low, ...box, width: high - low, class: 'edge', fill: `url(#${hatch})` }) : ''
  const more = amount.isOpen
    ? element('rect', { x: high + 1, ...box, width: 24, class: 'open' }) +
      line(high + 13, y + 11, '+', { class: 'sign' })
    : ''
  return solid + range + more
}

/** What the signs in the picture mean; only those that are there. */
function legend(amounts: readonly Amount[], y: number, hatch: string): string {
  const box = (x: number, more: object) => element('rect', { x: x + 0.5, y: y + 2, width: 20, height: 11, ...more })
  const known = amounts.filter((it) => it.kind === 'interval')
  const signs: (readonly [words: string, drawn: (x: number) => string])[] = []
  if (known.some((it) => it.high > it.low))
    signs.push(['between these two', (x) => box(x, { class: 'edge', fill: `url(#${hatch})` })])
  if (known.some((it) => it.isOpen))
    signs.push(['perhaps more', (x) => box(x, { class: 'open' }) + line(x + 10, y + 12, '+', { class: 'sign' })])
  if (amounts.some((it) => it.kind === 'unknown'))
    signs.push(['not known', (x) => box(x, { class: 'open' }) + line(x + 10, y + 12, '?', { class: 'sign' })])
  return signs
    .map(([words, drawn], index) => drawn(index * 160) + line(index * 160 + 28, y + 12, words, { class: 'note' }))
    .join('')
}
