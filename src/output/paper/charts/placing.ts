/** A place in a row: of a box, or of lines that pass the row on their way up. `x` is its middle. */
export interface Spot {
  readonly box?: number
  readonly width: number
  readonly row: number
  readonly above: Spot[]
  readonly below: Spot[]
  x: number
}

/** How wide a box is, and how far from the next one. */
export const BOX_WIDTH = 156
const GAP = 18

/** Gives each spot its place: below what it leads to, above what leads to it, and beside its neighbours. */
export function place(rows: readonly Spot[][]): number {
  for (const row of rows) {
    const wanted = new Map(row.map((it, index) => [it, mean(it.above.map(({ x }) => x)) ?? index * (BOX_WIDTH + GAP)]))
    const order = new Map(row.map((it) => [it, orderIn(row, it)]))
    row.sort((a, b) => wanted.get(a)! - wanted.get(b)! || order.get(a)! - order.get(b)!)
    settle(row, (it) => wanted.get(it)!)
  }
  for (let sweep = 0; sweep < 4; sweep++) {
    for (const row of rows) settle(row, (it) => mean(it.above.map(({ x }) => x)) ?? it.x)
    for (const row of rows.toReversed()) settle(row, (it) => mean(it.below.map(({ x }) => x)) ?? it.x)
  }
  const spots = rows.flat()
  const left = Math.min(...spots.map((it) => it.x - it.width / 2))
  for (const it of spots) it.x = Math.round(it.x - left)
  return Math.max(...spots.map((it) => it.x + it.width / 2))
}

/** A lane goes up between those that are below the same box. */
const orderIn = (row: readonly Spot[], spot: Spot) =>
  spot.box === undefined
    ? (mean(
        row.flatMap((it, index) =>
          it.box !== undefined && it.above.some((to) => spot.above.includes(to)) ? [index] : [],
        ),
      ) ?? row.length)
    : row.indexOf(spot)

/** As near to where each wants to be as its neighbours allow: those in each other's way share the way between them. */
function settle(row: readonly Spot[], wanted: (it: Spot) => number): void {
  let offset = 0
  const groups: { sum: number; offsets: number[] }[] = []
  for (const [index, it] of row.entries()) {
    if (index > 0) offset += (row[index - 1]!.width + it.width) / 2 + GAP
    groups.push({ sum: wanted(it) - offset, offsets: [offset] })
    for (
      let last = groups.at(-1)!, before = groups.at(-2);
      before && middle(before) > middle(last);
      before = groups.at(-2)
    ) {
      groups.splice(-2, 2, (last = { sum: before.sum + last.sum, offsets: [...before.offsets, ...last.offsets] }))
    }
  }
  let at = 0
  for (const group of groups) for (const it of group.offsets) row[at++]!.x = middle(group) + it
}

const middle = ({ sum, offsets }: { sum: number; offsets: readonly number[] }) => sum / offsets.length

export const mean = (values: readonly number[]) =>
  values.length === 0 ? undefined : values.reduce((sum, it) => sum + it, 0) / values.length
