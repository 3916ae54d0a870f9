import type * as z from 'zod'
import { yearlyValue } from '../figures/yearly.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { sumsOf } from './sums-of.js'
import { group, money, text } from './view-parts.js'

/** A sum with what it is. */
export const namedSum = group({ title: text, sum: money })

/** What a value is, where that does not go without saying, such as running costs; undefined otherwise. */
export const valueTitle = ({ value }: Partnership): string | undefined => value?.title

/**
 * The largest sum a year that passes through a partnership beside its value, where it is larger: a value may be running
 * costs, and say nothing of the budget that they manage. A sum passes that comes from somebody for something; a budget
 * or a saving that is only named in the papers does not.
 */
export function passingSum(register: Register, partnership: Partnership): z.output<typeof namedSum> | undefined {
  const value = yearlyValue(register, partnership)
  const passing = sumsOf(register, partnership)
    .filter(
      (it) =>
        it.sum.currency === value?.currency && it.per === 'a year' && it.from !== undefined && it.for !== undefined,
    )
    .sort((a, b) => b.sum.atLeast.pence - a.sum.atLeast.pence)[0]
  if (passing === undefined || value === undefined) return undefined
  const isLarger = passing.sum.atLeast.pence > (value.atMost ?? value.atLeast).pence
  return isLarger ? { title: passing.title, sum: passing.sum } : undefined
}
