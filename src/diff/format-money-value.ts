import { PER, formatMoney } from '../model/money.js'
import { DIRECTION_WORDS } from '../model/partnership-money.js'
import type { Partnership } from '../model/partnership.js'

type Value = Pick<NonNullable<Partnership['value']>, 'amount' | 'at-least' | 'basis' | 'per' | 'direction'>

const BASIS = {
  exact: '',
  approximate: 'about ',
  'just-under': 'nearly ',
  'at-least': 'at least ',
  'up-to': 'up to ',
} as const

/** A partnership’s value in one phrase: `about £8.6m a year, money in`. */
export function formatMoneyValue(
  { amount, 'at-least': least, basis = 'exact', per, direction }: Value,
  currency: string,
): string {
  const range = least === undefined ? '' : `${formatMoney(least, currency)} to `
  return `${BASIS[basis]}${range}${formatMoney(amount, currency)}${per === undefined ? '' : ` ${PER[per]}`}${direction === undefined ? '' : `, ${DIRECTION_WORDS[direction]}`}`
}
