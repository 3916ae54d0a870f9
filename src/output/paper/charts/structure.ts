import type { Box, Flowchart } from './flowchart-source.js'
import { layersOf, type Hop, type Layers } from './layers.js'
import { BOX_WIDTH, type Spot } from './placing.js'
import { isCut, wrap } from './letters.js'
import type { Placed } from './chart.js'
import { element, line, linked, picture } from './svg.js'

const LINE = 16
/** Between two rows: room for the arrows, and for each line that goes across. */
const SPACE = 34
const TRACK = 9
/** More boxes than these would be a wall chart. */
const MOST_BOXES = 80
const MARGIN = 2

/** A structure as boxes and lines, each below what it reports to; undefined where it is too large to be read. */
export function structure(
  { boxes, arrows }: Flowchart,
  { id, heading }: Placed,
  hrefOf: (name: string) => string | undefined,
): string | undefined {
  if (boxes.length > MOST_BOXES || arrows.length > 2 * MOST_BOXES) return undefined
  const texts = boxes.map((it) => wrap(it.name, BOX_WIDTH - 18, 13, 4))
  const layers = layersOf(boxes.length, arrows)
  const heights = (it: Spot) => (it.box === undefined ? 0 : texts[it.box]!.length * LINE + 16)
  const { tops, tracks, height } = levels(layers, heights)
  const top = (it: Spot) => tops[it.row]!.top + (tops[it.row]!.height - heights(it)) / 2
  const drawn = layers.hops.map((it) => drawHop(it))
  for (const it of layers.rows.flat()) {
    if (it.box === undefined) continue
    const [box, lines] = [boxes[it.box]!, texts[it.box]!]
    const place = { middle: it.x + MARGIN, y: top(it), height: heights(it) }
    drawn.push(linked(drawBox(place, box, lines), hrefOf(box.name)))
    if (arrows.some(({ from, to }) => from === it.box && to === it.box))
      drawn.push(turn(place.middle + BOX_WIDTH / 2, place.y + place.height / 2))
  }
  const isOpen = boxes.some((it) => it.isOpen)
  if (isOpen) drawn.push(line(MARGIN, height + 18, 'Broken outline: no reporting line is recorded.', { class: 'note' }))
  const description = `${boxes.length} boxes and ${arrows.length} lines between them; each box is below those that its lines lead to. The list beside the chart says the same.`
  return picture(
    {
      id,
      title: heading,
      description,
      width: Math.max(layers.width + 2 * MARGIN + 12, isOpen ? 300 : 0),
      height: height + (isOpen ? 24 : 2),
    },
    drawn,
  )

  function drawHop(hop: Hop): string {
    const { lower, upper, arrow, isDown } = hop
    const isBroken = arrow.label !== undefined
    // a broken line keeps off the others of its box
    const side = (mixed: boolean) => (isBroken && mixed ? 16 : 0)
    const from =
      lower.x + MARGIN + side(lower.box !== undefined && layers.hops.some((it) => it.lower === lower && isWhole(it)))
    const to =
      upper.x + MARGIN + side(upper.box !== undefined && layers.hops.some((it) => it.upper === upper && isWhole(it)))
    const [start, end] = [top(lower), top(upper) + heights(upper)]
    const across = tracks.get(hop)!
    const path = from === to ? `M${from} ${start}V${end}` : `M${from} ${start}V${across}H${to}V${end}`
    const up = !isDown && upper.box !== undefined ? head(to, end, 8) : ''
    const down = isDown && lower.box !== undefined ? head(from, start, -8) : ''
    const words = isBroken && lower.box !== undefined ? line(from + 6, start - 6, arrow.label!, { class: 'label' }) : ''
    return element('path', { d: path, class: isBroken ? 'broken' : 'line' }) + up + down + words
  }
}

/** Where a box is: its middle, its top and its height. */
interface Placement {
  readonly middle: number
  readonly y: number
  readonly height: number
}

function drawBox({ middle, y, height }: Placement, { name, shape, isOpen }: Box, lines: readonly string[]): string {
  const x = middle - BOX_WIDTH / 2
  const round = shape === 'round' ? { rx: Math.min(height / 2, 18) } : {}
  const outline = { x, y, width: BOX_WIDTH, height, class: isOpen ? 'box unsure' : 'box', ...round }
  const sides = `M${x + 6} ${y}v${height}M${x + BOX_WIDTH - 6} ${y}v${height}`
  const inner = shape === 'double' ? element('path', { d: sides, class: 'line' }) : ''
  const look = { class: 'name', 'text-anchor': 'middle' }
  const words = lines.map((text, index) =>
    line(middle, y + 20 + index * LINE, text, look, isCut(name, lines) ? name : text),
  )
  return element('rect', outline) + inner + words.join('')
}

/** The head of an arrow; its height is negative where it points down. */
const head = (x: number, y: number, height: number) =>
  element('path', { d: `M${x} ${y}l-4.5 ${height}h9z`, class: 'head' })

/** An arrow from a box to itself. */
const turn = (x: number, y: number) =>
  element('path', { d: `M${x} ${y - 6}h12v12h-12`, class: 'line' }) +
  element('path', { d: `M${x} ${y + 6}l8 -4v8z`, class: 'head' })

const isWhole = ({ arrow }: Hop) => arrow.label === undefined

interface Levels {
  readonly tops: readonly { readonly top: number; readonly height: number }[]
  /** Where each line goes across, so that lines to different boxes are not one. */
  readonly tracks: ReadonlyMap<Hop, number>
  readonly height: number
}

function levels({ rows, hops }: Layers, heightOf: (it: Spot) => number): Levels {
  const tops: { top: number; height: number }[] = []
  const tracks = new Map<Hop, number>()
  let y = MARGIN
  for (const [index, row] of rows.entries()) {
    const height = Math.max(...row.map(heightOf))
    tops.push({ top: y, height })
    y += height
    const below = hops.filter((it) => it.upper.row === index)
    if (below.length === 0) {
      if (index < rows.length - 1) y += SPACE / 2
      continue
    }
    const keys = [...new Set(below.toSorted((a, b) => a.upper.x - b.upper.x).map(trackKey))]
    for (const hop of below) tracks.set(hop, y + SPACE / 2 + keys.indexOf(trackKey(hop)) * TRACK)
    y += SPACE + (keys.length - 1) * TRACK
  }
  return { tops, tracks, height: y }
}

const trackKey = ({ upper, arrow }: Hop) => `${upper.x} ${arrow.label ?? ''}`
