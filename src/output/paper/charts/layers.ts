import type { Arrow } from './flowchart-source.js'
import { BOX_WIDTH, mean, place, type Spot } from './placing.js'

/** A piece of a line from one row to the next, with the arrow that it belongs to. */
export interface Hop {
  readonly lower: Spot
  readonly upper: Spot
  readonly arrow: Arrow
  /** The arrow points down, as it closes a circle. */
  readonly isDown: boolean
}

export interface Layers {
  readonly rows: readonly (readonly Spot[])[]
  readonly hops: readonly Hop[]
  readonly width: number
}

const LANE = 10
/** More boxes in a row than these go on in a row of their own below. */
const MOST_IN_ROW = 4

/**
 * Boxes in rows, each below all that its arrows lead to, and lanes where a line passes a row; lines to the same box share
 * a lane. The same chart always gives the same layout.
 */
export function layersOf(count: number, arrows: readonly Arrow[]): Layers {
  const links = upwards(count, arrows)
  const rows: Spot[][] = rowsOf(count, links).map((boxes, row) => boxes.map((box) => spot(row, BOX_WIDTH, box)))
  const spots = new Map(rows.flat().map((it) => [it.box!, it]))
  const hops: Hop[] = []
  const lanes = new Map<string, Spot>()
  for (const { lower, upper, arrow, isDown } of links) {
    const end = spots.get(upper)!
    let below = spots.get(lower)!
    for (let row = below.row - 1; row >= end.row; row--) {
      const key = `${row} ${upper} ${arrow.label ?? ''} ${isDown ? lower : ''}`
      let above = row === end.row ? end : lanes.get(key)
      if (above === undefined) {
        lanes.set(key, (above = spot(row, LANE)))
        rows[row]!.push(above)
      }
      const isNew = !below.above.includes(above)
      // a lane is drawn once, however many lines share it
      if (isNew || below.box !== undefined) hops.push({ lower: below, upper: above, arrow, isDown })
      if (isNew) {
        below.above.push(above)
        above.below.push(below)
      }
      below = above
    }
  }
  return { rows, hops, width: place(rows) }
}

const spot = (row: number, width: number, box?: number): Spot => ({
  ...(box !== undefined && { box }),
  width,
  row,
  above: [],
  below: [],
  x: 0,
})

interface UpwardLink {
  readonly lower: number
  readonly upper: number
  readonly arrow: Arrow
  readonly isDown: boolean
}

/** Every arrow as a link upwards; one that would close a circle is turned, and points down. */
function upwards(count: number, arrows: readonly Arrow[]): UpwardLink[] {
  const state = new Map<number, 'open' | 'done'>()
  const turned = new Set<Arrow>()
  const visit = (box: number): void => {
    state.set(box, 'open')
    for (const arrow of arrows) {
      if (arrow.from !== box || arrow.to === box) continue
      if (state.get(arrow.to) === 'open') turned.add(arrow)
      else if (state.get(arrow.to) === undefined) visit(arrow.to)
    }
    state.set(box, 'done')
  }
  for (let box = 0; box < count; box++) if (state.get(box) === undefined) visit(box)
  return arrows
    .filter((it) => it.from !== it.to)
    .map((arrow) => {
      const isDown = turned.has(arrow)
      return { arrow, isDown, lower: isDown ? arrow.to : arrow.from, upper: isDown ? arrow.from : arrow.to }
    })
}

/** The numbers of the boxes in each row, those below the same box beside each other. */
function rowsOf(count: number, links: readonly UpwardLink[]): number[][] {
  const above = Array.from({ length: count }, (_, box) => links.filter((it) => it.lower === box).map((it) => it.upper))
  const ranks: (number | undefined)[] = above.map(() => undefined)
  const rankOf = (box: number): number => (ranks[box] ??= 1 + Math.max(-1, ...above[box]!.map(rankOf)))
  const ranked: number[][] = []
  for (let box = 0; box < count; box++) (ranked[rankOf(box)] ??= []).push(box)
  const order = above.map(() => 0)
  return ranked.flatMap((boxes) => {
    const wanted = new Map(boxes.map((box) => [box, mean(above[box]!.map((it) => order[it]!)) ?? 0]))
    const sorted = boxes.sort((a, b) => wanted.get(a)! - wanted.get(b)! || a - b)
    for (const [index, box] of sorted.entries()) order[box] = (index + 0.5) / sorted.length
    const parts = Math.ceil(sorted.length / MOST_IN_ROW)
    const size = Math.ceil(sorted.length / parts)
    return Array.from({ length: parts }, (_, part) => sorted.slice(part * size, (part + 1) * size))
  })
}
