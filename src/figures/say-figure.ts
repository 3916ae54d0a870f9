import { sayMoney } from '../model/money.js'
import type { Figure, MoneyFigure } from './figure.js'

/**
 * A figure as a paper says it. Every fact that it holds is in the words: `£8.6m`, `about £34m`, `nearly £34m`,
 * `up to £2m`, `at least £5m`, `between about £113.4m and £117.4m (5 of unknown value left out)`.
 */
export function sayFigure(figure: Figure): string {
  if (figure.figure === 'count') return String(figure.count)
  const { unknown, oneOff } = figure
  const left = [
    unknown > 0 ? `${unknown} of unknown value` : '',
    oneOff > 0 ? `${oneOff} one-off ${oneOff === 1 ? 'sum' : 'sums'}` : '',
  ].filter((it) => it !== '')
  const isUnknown = unknown > 0 && figure.sources.length === 0 // nothing was added up: no sum, not even of £0
  return `${isUnknown ? 'not known' : sayInterval(figure)}${left.length === 0 ? '' : ` (${left.join(' and ')} left out)`}`
}

function sayInterval({ atLeast: low, atMost: high, currency }: MoneyFigure): string {
  const say = ({ pence, approximate }: typeof low) => `${approximate ? 'about ' : ''}${sayMoney(pence, currency)}`
  if (high === null) return `at least ${say(low)}`
  if (low.pence === high.pence) {
    if (low.approximate === high.approximate) return say(low)
    if (low.approximate) return `nearly ${say(high)}` // a little less, and never more
  }
  return low.pence === 0 && !low.approximate ? `up to ${say(high)}` : `between ${say(low)} and ${say(high)}`
}
