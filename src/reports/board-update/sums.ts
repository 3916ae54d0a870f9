import { sumsOf } from '../sums-of.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** Sums that are in no yearly figure: one-off values, and what the register holds of money beside the values. */
export function sums({ register, running }: Scope): Section<'sums'>['sums'] {
  return running.flatMap((partnership) =>
    sumsOf(register, partnership).map(({ title, sum, per, each, from, for: purpose }) => ({
      name: partnership.name,
      title,
      sum,
      per,
      each,
      from,
      for: purpose,
    })),
  )
}
