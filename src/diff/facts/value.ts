import { currencyAt } from '../../model/register-currency.js'
import { formatMoney } from '../../model/money.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { formatMoneyValue } from '../format-money-value.js'
import type { Pair, PartnershipDescriber } from './change-describer.js'

type Value = NonNullable<Partnership['value']>

/** The value, and by how much it rose or fell, where both sums are of one kind. */
export const value: PartnershipDescriber = {
  handles: ({ keys }) => keys[0] === 'value' && (keys.length === 1 || OF_THE_SUM.includes(keys[1]!)),
  describe: (_changes, pair) => {
    const { earlier, now } = pair
    return [
      {
        kind: 'value',
        weight: now.value === undefined ? 'worse' : 'neutral',
        what: 'Value',
        did: describeMove(earlier.value, now.value, pair),
        before: earlier.value && at(earlier, 'value'),
        after: now.value && at(now, 'value'),
      },
    ]
  },
}

const OF_THE_SUM = ['amount', 'at-least', 'per', 'basis', 'direction']

function describeMove(from: Value | undefined, to: Value | undefined, { before, after, earlier, now }: Pair): string {
  const currencies = [
    currencyAt(before.register, at(earlier, 'value')),
    currencyAt(after.register, at(now, 'value')),
  ] as const
  if (from === undefined) return `is now stated: ${formatMoneyValue(to!, currencies[1])}`
  if (to === undefined) return `is no longer stated; it was ${formatMoneyValue(from, currencies[0])}`
  const isSameWay = from.direction === to.direction || from.direction === undefined || to.direction === undefined
  const isOneKind = from.per === to.per && isSameWay && currencies[0] === currencies[1]
  const shared = from.direction === to.direction ? { direction: undefined } : {}
  const was = formatMoneyValue({ ...from, ...shared }, currencies[0])
  const is = formatMoneyValue({ ...to, ...shared }, currencies[1])
  if (!isOneKind || from.amount === to.amount) return `changed from ${was} to ${is}`
  const more = to.amount - from.amount
  const sum = `${more > 0 ? '+' : '-'}${formatMoney(Math.abs(more), currencies[1])}`
  const part = from.amount === 0 ? '' : `, ${to.amount === 0 ? '-100%' : formatPercent(more / from.amount)}`
  return `${more > 0 ? 'rose' : 'fell'} from ${was} to ${is} (${sum}${part})`
}

/** `+6%`, `-0.5%`: in whole per cent from ten upwards, in tenths below. */
function formatPercent(ratio: number): string {
  const percent = Math.abs(ratio) * 100
  if (ratio < 0 && percent > 99.5) return 'over -99%' // only a value of zero is a fall of 100%
  const text = percent >= 10 ? percent.toFixed(0) : percent < 0.1 ? 'under 0.1' : percent.toFixed(1).replace(/\.0$/, '')
  return `${ratio > 0 ? '+' : '-'}${text}%`
}
