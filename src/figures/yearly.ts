import { currencyAt } from '../model/register-currency.js'
import type { Partnership } from '../model/partnership.js'
import { at } from '../model/place.js'
import { inWords } from '../model/words.js'
import type { Register } from '../model/register.js'
import { aYear, isSpread, valueYears, yearlySum } from '../policy/facts.js'
import { NOTHING, type End, type FigureSource, type MoneyFigure } from './figure.js'

export const sourceOf = (partnership: Partnership): FigureSource => ({
  name: partnership.name,
  at: at(partnership, 'name'),
})

/** Is its value a sum that comes once, which is worth nothing a year? */
export const isOneOff = ({ value }: Partnership) => value?.per === 'once'

/**
 * What one partnership is worth a year, in the currency that it is written in; undefined when that is not known, and for
 * a one-off sum. A total is spread over its years, and is only an upper end when they are not known.
 */
export function yearlyValue(register: Register, partnership: Partnership): MoneyFigure | undefined {
  const { value } = partnership
  const sum = yearlySum(partnership)
  if (value === undefined || sum === undefined || isOneOff(partnership)) return undefined
  const { basis = 'exact' } = value
  const sources = [{ name: partnership.name, at: at(partnership, 'value') }]
  const basisWords = inWords(basis)
  const low = value['at-least']
  const least = low === undefined ? undefined : aYear(low, partnership)
  const currency = currencyAt(register, at(partnership, 'value'))
  const figure = moneyOf(sum, basis, currency, { least, isDivided: isSpread(partnership) })
  if (value.per !== 'total') {
    const per = SUM_OF[value.per ?? 'none']
    return { ...figure, how: `${per}, ${basisWords}`, sources }
  }
  if (valueYears(partnership) !== undefined) {
    const years = value.period === undefined ? 'its years' : 'the years of its period'
    return { ...figure, how: `the total over ${years}, ${basisWords}`, sources }
  }
  // of at least so much in all, neither a least nor a most of a year is known
  if (basis === 'at-least') return undefined
  const how = `at most the whole total, ${basisWords}, as its years are not known`
  return { ...figure, atLeast: NOTHING, how, sources }
}

const SUM_OF: Readonly<Record<string, string>> = {
  year: 'the yearly sum',
  month: 'twelve times the monthly sum',
  week: '52 times the weekly sum',
  none: 'the sum; the register does not say for what time',
}

/** A one-off sum or any other amount as stated, in the currency that it is written in. */
export function amountFigure(
  { amount, basis = 'exact', 'at-least': least }: { amount: number; basis?: Basis; 'at-least'?: number },
  register: Register,
  source: FigureSource,
): MoneyFigure {
  return {
    ...moneyOf(amount, basis, currencyAt(register, source.at), { least }),
    how: `the sum as stated, ${inWords(basis)}`,
    sources: [source],
  }
}

type Basis = NonNullable<NonNullable<Partnership['value']>['basis']>

/**
 * A sum as an interval: `up-to` begins at nothing, `at-least` has no end, `just-under` is about so much and never more. A
 * range has both its ends.
 * @param least the lower end of a range, in pence
 */
function moneyOf(
  pence: number,
  basis: Basis,
  currency: string,
  { least, isDivided = false }: { least?: number | undefined; isDivided?: boolean },
): Omit<MoneyFigure, 'how' | 'sources'> {
  const end = (amount: number, approximate: boolean): End => ({
    pence: amount,
    approximate,
    ...(isDivided && { divided: true }),
  })
  const sum = (approximate: boolean) => end(pence, approximate)
  const rest = { unknown: 0, oneOff: 0, currency }
  if (least !== undefined) {
    const approximate = basis === 'approximate'
    return { figure: 'money', atLeast: end(Math.min(least, pence), approximate), atMost: sum(approximate), ...rest }
  }
  return {
    figure: 'money',
    atLeast: basis === 'up-to' ? NOTHING : sum(basis === 'approximate' || basis === 'just-under'),
    atMost: basis === 'at-least' ? null : sum(basis === 'approximate'),
    ...rest,
  }
}
