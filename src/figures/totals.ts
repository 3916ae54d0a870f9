import { sayMoney } from '../model/money.js'
import type { Partnership } from '../model/partnership.js'
import { at } from '../model/place.js'
import { annualValue } from '../policy/facts.js'
import type { Figure, FigureSource } from './figure.js'

export const sourceOf = (partnership: Partnership): FigureSource => ({
  name: partnership.name,
  at: at(partnership, 'name'),
})

/** The yearly value of one partnership as an interval; undefined when it is not known. */
export function valueFigure(partnership: Partnership, currency: string): Figure | undefined {
  const annual = annualValue(partnership)
  const { value } = partnership
  if (annual === undefined || value === undefined) return undefined
  const basis = value.basis ?? 'exact'
  const per =
    value.per === 'total'
      ? 'the total over its years'
      : value.per === undefined
        ? 'the sum; the register does not say for what time'
        : 'the yearly sum'
  return {
    figure: 'money',
    atLeast: basis === 'up-to' ? 0 : annual,
    atMost: basis === 'at-least' ? undefined : annual,
    approximate: basis === 'approximate' || basis === 'just-under',
    unknown: 0,
    currency,
    how: `${per}, ${basis.replace('-', ' ')}`,
    sources: [{ name: partnership.name, at: at(partnership, 'value') }],
  }
}

/**
 * The total of several partnerships. A part is in its parent's value, so it is left out; what has no value is counted
 * apart; `up-to` adds to the upper end only.
 */
export function totalFigure(how: string, partnerships: readonly Partnership[], currency: string): Figure {
  const top = partnerships.filter((it) => it.parent === undefined)
  const values = top.map((it) => ({ partnership: it, figure: valueFigure(it, currency) }))
  const known = values.flatMap(({ figure }) => (figure === undefined ? [] : [figure]))
  return {
    figure: 'money',
    atLeast: known.reduce((sum, it) => sum + it.atLeast, 0),
    atMost: known.reduce<number | undefined>(
      (sum, it) => (sum === undefined || it.atMost === undefined ? undefined : sum + it.atMost),
      0,
    ),
    approximate: known.some((it) => it.approximate),
    unknown: values.length - known.length,
    currency,
    how,
    sources: known.flatMap((it) => it.sources),
  }
}

/** Money as a paper says it: `£8.6m`, `up to £2m`, `between £112.4m and £116.4m`, `about £34m (3 of unknown value)`. */
export function sayFigure({ figure, atLeast, atMost, approximate, unknown, currency, sources }: Figure): string {
  if (figure === 'count') return String(atLeast)
  if (sources.length === 0) return 'unknown'
  const say = (pence: number) => sayMoney(pence, currency)
  const sum =
    atMost === undefined
      ? `at least ${say(atLeast)}`
      : atMost === atLeast
        ? `${approximate ? 'about ' : ''}${say(atLeast)}`
        : atLeast === 0
          ? `up to ${say(atMost)}`
          : `between ${approximate ? 'about ' : ''}${say(atLeast)} and ${say(atMost)}`
  return unknown === 0 ? sum : `${sum} (without ${unknown} of unknown value)`
}
