import { sayMoney } from '../model/money.js'
import type { Figure, MoneyFigure, PercentFigure } from './figure.js'

/**
 * A figure as a paper says it. Every fact that it holds is in the words: `£8.6m`, `about £34m`, `nearly £34m`,
 * `up to £2m`, `at least £5m`, `between about £113.4m and £117.4m (5 of unknown value left out)`.
 */
export function sayFigure(figure: Figure): string {
  if (figure.figure === 'count') return String(figure.count)
  if (figure.figure === 'percent') return sayPercent(figure)
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

/** Whole per cents; an interval of more than one is rounded outwards, so that it never promises more than is known. */
function sayPercent({ atLeast, atMost, approximate }: PercentFigure): string {
  const about = approximate ? 'about ' : ''
  if (atLeast === atMost) return `${about}${sayPoint(atLeast / 1000)}`
  if (atMost - atLeast <= 1000) return `about ${sayPoint((atLeast + atMost) / 2000)}`
  const [low, high] = [Math.floor(atLeast / 1000), Math.ceil(atMost / 1000)]
  if (low === 0) return `up to ${about}${high}%`
  return high === 100 ? `at least ${about}${low}%` : `between ${about}${low}% and ${high}%`
}

function sayPoint(percent: number): string {
  const whole = Math.round(percent)
  if (whole === 0 && percent > 0) return 'under 1%'
  return whole === 100 && percent < 100 ? 'over 99%' : `${whole}%`
}
