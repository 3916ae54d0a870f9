import type * as z from 'zod'
import { amountFigure, isOneOff, yearlyValue } from '../../figures/yearly.js'
import { PER } from '../../model/money.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import type { Register } from '../../model/register.js'
import type { StatedShape } from '../define-paper.js'
import { nameOf } from '../phrases.js'
import { each, flag, group, maybe, money, text } from '../view-parts.js'
import { rowFrom } from './row-from.js'

/** A sum that is in no yearly figure. */
export const sumShape = {
  title: text,
  sum: money,
  /** `a year`, `in total`, `once`; null where the register does not say. */
  per: maybe,
  /** Is it for each of several? */
  each: flag,
  ...each(maybe, 'from', 'for', 'stated'),
}
type Sum = StatedShape<typeof sumShape>

/** A one-off value, and what the register holds of money beside the value of a partnership. */
export const sumsOf = (register: Register, partnership: Partnership): Sum[] => [
  ...oneOffValue(register, partnership),
  ...amountsOf(register, partnership),
]

/** The same without the value. */
export const amountsOf = (register: Register, partnership: Partnership): Sum[] =>
  partnership.amounts.map((amount, index) => {
    const source = { name: `${partnership.name}: ${amount.title}`, at: at(partnership, 'amounts', index) }
    return {
      ...rowFrom(amount, 'title', 'for', 'stated'),
      sum: amountFigure(amount, register, source),
      per: amount.per && PER[amount.per],
      each: amount.each ?? false,
      from: amount.from && nameOf(register, amount.from),
    }
  })

function oneOffValue(register: Register, partnership: Partnership): Sum[] {
  const { name, value } = partnership
  if (value === undefined || !isOneOff(partnership)) return []
  const sum = amountFigure(value, register, { name, at: at(partnership, 'value') })
  return [{ title: 'Value of the partnership', sum, per: PER.once, each: false, stated: value.stated }]
}

/** A sum with what it is. */
export const namedSum = group({ title: text, sum: money })

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
