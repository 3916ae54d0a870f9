import type { Partnership } from '../model/partnership.js'
import { hasNoMoney } from '../policy/facts.js'
import type { End, MoneyFigure } from './figure.js'
import { isOneOff, yearlyValue } from './yearly.js'

/**
 * The yearly values of several partnerships added up, end by end; what has no value, and what is worth a sum only once,
 * is counted apart.
 * @param partnerships none of which is a part of another one of them, as a part is in the value of its whole
 */
export function totalFigure(how: string, partnerships: readonly Partnership[], currency: string): MoneyFigure {
  const known = partnerships.flatMap((it) => yearlyValue(it, currency) ?? [])
  const oneOff = partnerships.filter(isOneOff).length
  return {
    figure: 'money',
    atLeast: sum(known.map((it) => it.atLeast)),
    atMost: known.reduce<End | null>((all, { atMost }) => all && atMost && sum([all, atMost]), NOTHING),
    unknown: partnerships.length - known.length - oneOff,
    oneOff,
    currency,
    how,
    sources: known.flatMap((it) => it.sources),
  }
}

const NOTHING: End = { pence: 0, approximate: false }
const sum = (ends: readonly End[]): End => ({
  pence: ends.reduce((all, it) => all + it.pence, 0),
  approximate: ends.some((it) => it.approximate),
})

/** Which way money goes, as papers say it. */
export type Direction = 'income' | 'spend' | 'pooled' | 'not stated'
const DIRECTIONS: readonly Direction[] = ['income', 'spend', 'pooled', 'not stated']

/** Which way the money of a partnership goes; undefined where no money passes. */
export const directionOf = (it: Partnership): Direction | undefined =>
  hasNoMoney(it) ? undefined : (it.value?.direction ?? 'not stated')

/** The totals of each direction that there is: money in and money out are never added up. */
export function totalsByDirection(
  how: string,
  partnerships: readonly Partnership[],
  currency: string,
): { readonly direction: Direction; readonly total: MoneyFigure }[] {
  return DIRECTIONS.flatMap((direction) => {
    const all = partnerships.filter((it) => directionOf(it) === direction)
    if (all.length === 0) return []
    return [{ direction, total: totalFigure(`${how}, direction ${direction}`, all, currency) }]
  })
}
