import type { Partnership } from '../model/partnership.js'
import { at } from '../model/place.js'
import { inWords } from '../model/words.js'
import { annualValue, aYear, hasNoMoney, yearsOf } from '../policy/facts.js'
import type { End, FigureSource, MoneyFigure } from './figure.js'

export const sourceOf = (partnership: Partnership): FigureSource => ({
  name: partnership.name,
  at: at(partnership, 'name'),
})

/** Is its value a sum that comes once, which is worth nothing a year? */
export const isOneOff = ({ value }: Partnership) => value?.per === 'once'

/**
 * What one partnership is worth a year; undefined when that is not known, and for a one-off sum. A total is spread over
 * its years, and is only an upper end when they are not known.
 */
export function yearlyValue(partnership: Partnership, currency: string): MoneyFigure | undefined {
  const { value } = partnership
  const annual = annualValue(partnership)
  if (hasNoMoney(partnership))
    return { ...moneyOf(0, 'exact', currency), how: 'informal, without money', sources: [sourceOf(partnership)] }
  if (value === undefined || annual === undefined || isOneOff(partnership)) return undefined
  const { basis = 'exact' } = value
  const sources = [{ name: partnership.name, at: at(partnership, 'value') }]
  const said = inWords(basis)
  const least = value['at-least'] === undefined ? undefined : aYear(value['at-least'], value.per, yearsOf(partnership))
  const figure = moneyOf(annual, basis, currency, least)
  if (value.per !== 'total') {
    const per = SUM_OF[value.per ?? 'none']
    return { ...figure, how: `${per}, ${said}`, sources }
  }
  if (yearsOf(partnership) !== undefined) return { ...figure, how: `the total over its years, ${said}`, sources }
  // of at least so much in all, neither a least nor a most of a year is known
  if (basis === 'at-least') return undefined
  const how = `at most the whole total, ${said}, as its years are not known`
  return { ...figure, atLeast: { pence: 0, approximate: false }, how, sources }
}

const SUM_OF: Readonly<Record<string, string>> = {
  year: 'the yearly sum',
  month: 'twelve times the monthly sum',
  week: '52 times the weekly sum',
  none: 'the sum; the register does not say for what time',
}

/** A one-off sum or any other amount as it stands. */
export function amountFigure(
  { amount, basis = 'exact', 'at-least': least }: { amount: number; basis?: Basis; 'at-least'?: number },
  currency: string,
  source: FigureSource,
): MoneyFigure {
  return {
    ...moneyOf(amount, basis, currency, least),
    how: `the sum as it stands, ${inWords(basis)}`,
    sources: [source],
  }
}

type Basis = NonNullable<NonNullable<Partnership['value']>['basis']>

/**
 * A sum as an interval: `up-to` begins at nothing, `at-least` has no end, `just-under` is about so much and never more. A
 * range has both its ends.
 * @param least the lower end of a range, in pence
 */
function moneyOf(pence: number, basis: Basis, currency: string, least?: number): Omit<MoneyFigure, 'how' | 'sources'> {
  const sum = (approximate: boolean): End => ({ pence, approximate })
  const rest = { unknown: 0, oneOff: 0, currency }
  if (least !== undefined) {
    const approximate = basis === 'approximate'
    return {
      figure: 'money',
      atLeast: { pence: Math.min(least, pence), approximate },
      atMost: sum(approximate),
      ...rest,
    }
  }
  return {
    figure: 'money',
    atLeast:
      basis === 'up-to' ? { pence: 0, approximate: false } : sum(basis === 'approximate' || basis === 'just-under'),
    atMost: basis === 'at-least' ? null : sum(basis === 'approximate'),
    ...rest,
  }
}
