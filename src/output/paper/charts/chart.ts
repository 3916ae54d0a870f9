import type { ChartTable } from './chart-table.js'

/** Where a picture is placed: an id of its own in the page, and the heading that it is under. */
export interface Placed {
  readonly id: string
  readonly heading: string
}

/** A picture as SVG, and whether all that its table says is in it. */
export interface Drawn {
  readonly svg: string
  readonly isWhole: boolean
}

/** Draws a table; undefined where there is nothing in it to draw, or more than a picture can show. */
export type Chart = (table: ChartTable, placed: Placed) => Drawn | undefined

/** More rows than these are a table, not a picture. */
export const MOST_ROWS = 40

/** Where those who do not see a picture find what is in it. */
export const AS_TABLE = 'The table that follows has the same figures.'
