import type { End } from './figure.js'

export const NOTHING: End = { pence: 0, approximate: false }

/** Two ends of intervals added up, to the penny; the sum is as inexact as they are. */
export const added = (a: End, b: End): End => ({
  pence: a.pence + b.pence,
  approximate: a.approximate || b.approximate,
  ...((a.divided ?? b.divided) && { divided: true }),
})
