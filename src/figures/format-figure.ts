import { roundSpread, formatMoney } from '../model/money.js'
import { formatNames } from '../model/words.js'
import type { End, Figure, MoneyFigure, PercentFigure } from './figure.js'

/**
 * A figure in words, with everything that it holds: `£8.6m`, `about £34m`, `nearly £34m`,
 * `up to £2m`, `at least £5m`, `between about £113.4m and £117.4m (5 of unknown value left out)`. A value that was
 * divided is given to three significant figures.
 */
export function formatFigure(figure: Figure): string {
  if (figure.figure === 'count') return String(figure.count)
  if (figure.figure === 'percent') return formatPercent(figure)
  const left = formatLeftOut(figure)
  return `${formatSum(figure)}${left === null ? '' : ` (${left})`}`
}

/** What is not in a sum: `1 of unknown value and 1 one-off sum left out`; null where all is in it. */
export function formatLeftOut({
  unknown,
  oneOff,
  otherCurrency = [],
}: Pick<MoneyFigure, 'unknown' | 'oneOff' | 'otherCurrency'>): string | null {
  const left = [
    unknown > 0 ? `${unknown} of unknown value` : '',
    oneOff > 0 ? `${oneOff} one-off ${oneOff === 1 ? 'sum' : 'sums'}` : '',
    otherCurrency.length > 0 ? `${otherCurrency.length} in another currency` : '',
  ].filter((it) => it !== '')
  const named = otherCurrency.length > 0 ? `: ${formatNames(otherCurrency)}` : ''
  return left.length === 0 ? null : `${formatNames(left)} left out${named}`
}

/** Where nothing was added up there is no sum, not even £0. */
function formatSum(figure: MoneyFigure): string {
  const { unknown, oneOff, otherCurrency = [], sources } = figure
  if (sources.length > 0 || unknown + oneOff + otherCurrency.length === 0) return formatInterval(figure)
  return unknown > 0 ? 'not known' : 'none'
}

function formatInterval({ atLeast, atMost, currency }: MoneyFigure): string {
  const formatEnd = ({ pence, approximate }: Printed) => `${approximate ? 'about ' : ''}${formatMoney(pence, currency)}`
  const low = printed(atLeast)
  if (atMost === null) return `at least ${formatEnd(low)}`
  const high = printed(atMost)
  if (low.pence === high.pence) {
    if (low.approximate === high.approximate) return formatEnd(low)
    if (low.approximate) return `nearly ${formatEnd(high)}` // a little less, and never more
  }
  return low.pence === 0 && !low.approximate
    ? `up to ${formatEnd(high)}`
    : `between ${formatEnd(low)} and ${formatEnd(high)}`
}

type Printed = Pick<End, 'pence' | 'approximate'>

/** Rounded once, here: after a division the pence mean nothing. */
function printed({ pence, approximate, divided }: End): Printed {
  if (divided === undefined) return { pence, approximate }
  const rounded = roundSpread(pence)
  return { pence: rounded, approximate: approximate || rounded !== pence }
}

/** Whole per cents; an interval of more than one is rounded outwards, so that it never promises more than is known. */
function formatPercent({ atLeast, atMost, approximate }: PercentFigure): string {
  const about = approximate ? 'about ' : ''
  if (atLeast === atMost) return `${about}${formatPoint(atLeast / 1000)}`
  if (atMost - atLeast <= 1000) return `about ${formatPoint((atLeast + atMost) / 2000)}`
  const [low, high] = [Math.floor(atLeast / 1000), Math.ceil(atMost / 1000)]
  if (low === 0) return `up to ${about}${high}%`
  return high === 100 ? `at least ${about}${low}%` : `between ${about}${low}% and ${high}%`
}

function formatPoint(percent: number): string {
  const whole = Math.round(percent)
  if (whole === 0 && percent > 0) return 'under 1%'
  return whole === 100 && percent < 100 ? 'over 99%' : `${whole}%`
}
