import { currencyOf } from '../model/register-currency.js'
import type { Partnership } from '../model/partnership.js'
import { DIRECTION_WORDS } from '../model/partnership-money.js'
import type { Register } from '../model/register.js'
import { hasNoMoney } from '../policy/facts.js'
import { added, NOTHING, type End, type MoneyFigure } from './figure.js'
import { isOneOff, yearlyValue } from './yearly.js'

/**
 * The yearly values of several partnerships added up, end by end; what has no value, what is worth a sum only once, and
 * what is in another currency than the register's is counted apart.
 * @param partnerships none of which is a part of another one of them, as a part is in the value of its whole
 */
export function totalFigure(how: string, partnerships: readonly Partnership[], register: Register): MoneyFigure {
  const currency = currencyOf(register)
  const values = partnerships.flatMap((it) => yearlyValue(register, it) ?? [])
  const known = values.filter((it) => it.currency === currency)
  const others = values.filter((it) => it.currency !== currency)
  const oneOff = partnerships.filter(isOneOff).length
  return {
    figure: 'money',
    atLeast: known.reduce((all, it) => added(all, it.atLeast), NOTHING),
    atMost: known.reduce<End | null>((all, { atMost }) => all && atMost && added(all, atMost), NOTHING),
    unknown: partnerships.length - values.length - oneOff,
    oneOff,
    ...otherCurrency(others),
    currency,
    how,
    sources: known.flatMap((it) => it.sources),
  }
}

/** Names values in another currency, which are not in a total. */
export const otherCurrency = (others: readonly MoneyFigure[]): Pick<MoneyFigure, 'otherCurrency'> =>
  others.length === 0 ? {} : { otherCurrency: others.flatMap((it) => it.sources.map(({ name }) => name)) }

/** Is any value known, even in another currency? */
export const isAnyKnown = ({ sources, otherCurrency = [] }: MoneyFigure): boolean =>
  sources.length + otherCurrency.length > 0

/** The direction of money. */
export type Direction = 'income' | 'spend' | 'pooled' | 'not stated'

export const describeDirection = (direction: Direction): string =>
  direction === 'not stated' ? 'direction not stated' : DIRECTION_WORDS[direction]

const DIRECTIONS: readonly Direction[] = ['income', 'spend', 'pooled', 'not stated']

/** The direction of a partnership's money; undefined where no money passes. */
export function directionOf(partnership: Partnership): Direction | undefined {
  const { value } = partnership
  if (hasNoMoney(partnership)) return undefined
  return value?.direction ?? (value?.amount === 0 ? undefined : 'not stated')
}

/** The total of each direction that occurs: money in and money out are never added together. */
export function totalsByDirection(
  how: string,
  partnerships: readonly Partnership[],
  register: Register,
): { readonly direction: Direction; readonly total: MoneyFigure }[] {
  return DIRECTIONS.flatMap((direction) => {
    const all = partnerships.filter((it) => directionOf(it) === direction)
    if (all.length === 0) return []
    return [{ direction, total: totalFigure(`${how}, direction ${direction}`, all, register) }]
  })
}
