import type { Path } from '../../document/node.js'
import { currencyOf, isOtherCurrency } from '../../model/register-currency.js'
import { formatMoney, formatSpread } from '../../model/money.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { isSpread, yearlySum } from '../../policy/facts.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const contributions = definePartnershipRule({
  code: 'value/contributions',
  severity: 'error',
  summary: 'What the partners pay does not come to the value, or what we pay is not our share of it.',
  source:
    'Contributions of one year make up the yearly value; 0.1% is allowed for rounding, a twentieth where the value is about so much',
  why: 'Somebody’s part is missing or counted twice, or one of the sums is of another year.',
  remedy: 'Correct `pays`, `value.amount` or `value.ours`.',
  *checkPartnership(partnership, { register }) {
    const { value, partners } = partnership
    const sum = yearlySum(partnership)
    const paying = partners.flatMap(({ pays }, index) => (pays === undefined ? [] : [{ pays, index }]))
    const places = [at(partnership, 'value'), ...paying.map(({ index }) => at(partnership, 'partners', index, 'pays'))]
    const isLost = register.unreadable.some(({ file, lost }) => file === partnership.file && lost.some(isOfMoney))
    if (isLost || value === undefined || sum === undefined || value.per === 'once' || paying.length === 0) return
    if (places.some((it) => isOtherCurrency(register, it))) return
    const say = (pence: number) => formatMoney(pence, currencyOf(register))
    const said = isSpread(partnership) ? formatSpread(sum, currencyOf(register)) : say(sum)
    const all = paying.reduce((total, it) => total + it.pays, 0)
    if (differs(all, sum, value.basis, paying.length === partners.length))
      yield {
        at: at(partnership, 'partners', paying[0]!.index, 'pays'),
        key: 'sum',
        message: `what the partners pay comes to ${say(all)} a year, and the value is ${said}`,
        hint: 'correct pays of the partners, or the value; a payment that is not recorded is neither nothing nor the rest',
        related: paying.map(({ index, pays }) => ({
          at: at(partnership, 'partners', index, 'pays'),
          message: `${say(pays)} a year`,
        })),
      }
    const own = paying.filter(({ index }) => partners[index]!.organisation === register.settings.organisation)
    const ours = own.reduce((total, it) => total + it.pays, 0)
    if (own.length > 0 && value.ours !== undefined && value.per !== 'total' && ours !== value.ours)
      yield {
        at: at(partnership, 'value', 'ours'),
        key: 'ours',
        message: `our share is ${say(value.ours)}, and we pay ${say(ours)} a year`,
        hint: 'correct ours, or pays of our own organisation among the partners',
        related: own.map(({ index, pays }) => ({
          at: at(partnership, 'partners', index, 'pays'),
          message: `${say(pays)} a year`,
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

/** One that could not be read is told by the reader; what the others come to without it says nothing. */
const isOfMoney = ([first, , key]: Path) =>
  first === 'value' || (first === 'partners' && (key === undefined || key === 'pays'))
