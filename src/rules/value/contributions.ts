import type { Path } from '../../document/node.js'
import { currencyOf, isOtherCurrency } from '../../model/register-currency.js'
import { formatMoney, formatSpread } from '../../model/money.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { isSpread, yearlySum } from '../../policy/facts.js'
import { definePartnershipRule } from '../rule.js'

export const contributions = definePartnershipRule({
  code: 'value/contributions',
  severity: 'error',
  summary: 'The partners’ payments do not add up to the value, or ours is not our share of it.',
  source:
    'Contributions of one year make up the yearly value; 0.1% is allowed for rounding, 5% where the value is approximate',
  why: 'Somebody’s payment is missing or counted twice, or one of the sums is for another year.',
  remedy: 'Correct `pays`, `value.amount` or `value.ours`.',
  *check(partnership, { register }) {
    const { value, partners } = partnership
    const sum = yearlySum(partnership)
    const paying = partners.flatMap(({ pays }, index) => (pays === undefined ? [] : [{ pays, index }]))
    const places = [at(partnership, 'value'), ...paying.map(({ index }) => at(partnership, 'partners', index, 'pays'))]
    const isLost = register.unreadable.some(({ file, lost }) => file === partnership.file && lost.some(isOfMoney))
    if (isLost || value === undefined || sum === undefined || value.per === 'once' || paying.length === 0) return
    if (places.some((it) => isOtherCurrency(register, it))) return
    const format = (pence: number) => formatMoney(pence, currencyOf(register))
    const stated = isSpread(partnership) ? formatSpread(sum, currencyOf(register)) : format(sum)
    const all = paying.reduce((total, it) => total + it.pays, 0)
    if (differs(all, sum, value.basis, paying.length === partners.length))
      yield {
        at: at(partnership, 'partners', paying[0]!.index, 'pays'),
        key: 'sum',
        message: `what the partners pay comes to ${format(all)} a year, and the value is ${stated}`,
        hint: 'correct pays of the partners, or the value; a payment that is not recorded is not taken as zero, nor as the rest',
        related: paying.map(({ index, pays }) => ({
          at: at(partnership, 'partners', index, 'pays'),
          message: `${format(pays)} a year`,
        })),
      }
    const own = paying.filter(({ index }) => partners[index]!.organisation === register.settings.organisation)
    const ours = own.reduce((total, it) => total + it.pays, 0)
    if (own.length > 0 && value.ours !== undefined && value.per !== 'total' && ours !== value.ours)
      yield {
        at: at(partnership, 'value', 'ours'),
        key: 'ours',
        message: `our share is ${format(value.ours)}, and we pay ${format(ours)} a year`,
        hint: 'correct ours, or pays of our own organisation among the partners',
        related: own.map(({ index, pays }) => ({
          at: at(partnership, 'partners', index, 'pays'),
          message: `${format(pays)} a year`,
        })),
      }
  },
})

/** @param isAll are the payments of all partners recorded? If not, they may come to less, and never to more */
function differs(
  paid: number,
  value: number,
  basis: NonNullable<Partnership['value']>['basis'],
  isAll: boolean,
): boolean {
  const slack = value * (basis === 'approximate' || basis === 'just-under' ? 0.05 : 0.001)
  const isMore = basis !== 'at-least' && paid > value + slack
  const isLess = basis !== 'up-to' && isAll && paid < value - slack
  return isMore || isLess
}

/** Where one of them could not be read, the sum of the others means nothing. */
const isOfMoney = ([first, , key]: Path) =>
  first === 'value' || (first === 'partners' && (key === undefined || key === 'pays'))
