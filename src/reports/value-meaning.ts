import type { MoneyFigure } from '../figures/figure.js'
import { yearlyValue } from '../figures/yearly.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { sumsOf } from './sums-of.js'

/** A sum with what it is. */
export interface NamedSum {
  readonly title: string
  readonly sum: MoneyFigure
}

/** What a value is, where that does not go without saying, such as running costs; null otherwise. */
export const valueTitle = ({ value }: Partnership): string | null => value?.title ?? null

/**
 * The largest sum a year that passes through a partnership beside its value, where it is larger: a value may be running
 * costs, and say nothing of the budget that they manage. A sum passes that comes from somebody for something; a budget
 * or a saving that is only named in the papers does not.
 */
export function passingSum(register: Register, partnership: Partnership): NamedSum | null {
  const value = yearlyValue(register, partnership)
  const passing = sumsOf(register, partnership)
    .filter((it) => it.sum.currency === value?.currency && it.per === 'a year' && it.from !== null && it.for !== null)
    .sort((a, b) => b.sum.atLeast.pence - a.sum.atLeast.pence)[0]
  if (passing === undefined || value === undefined) return null
  const isLarger = passing.sum.atLeast.pence > (value.atMost ?? value.atLeast).pence
  return isLarger ? { title: passing.title, sum: passing.sum } : null
}
