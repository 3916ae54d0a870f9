import { section } from '../define-paper.js'
import { sumShape, sumsOf } from '../rows/sums.js'
import { rows, text } from '../view-parts.js'
import type { Scope } from './scope.js'

/** Sums that are in no yearly figure: one-off values, and what the register holds of money beside the values. */
export const sums = section({ sums: rows({ name: text, ...sumShape }) }, ({ register, running }: Scope) => ({
  sums: running.flatMap((partnership) =>
    sumsOf(register, partnership).map((sum) => ({ name: partnership.name, ...sum })),
  ),
}))
