import { added, NOTHING, type End, type MoneyFigure, type PercentFigure } from './figure.js'
import { shareOf, WHOLE } from './shares.js'

/** Part of a yearly value: as money, and as a fraction from 0 to 1, each at least and at most. */
export interface Portion {
  readonly of: MoneyFigure
  readonly atLeast: End
  /** Null when there is no upper end. */
  readonly atMost: End | null
  readonly weight: readonly [low: number, high: number]
}

/** All of a value. */
export const whole = (of: MoneyFigure): Portion => ({ of, atLeast: of.atLeast, atMost: of.atMost, weight: [1, 1] })

/** A stated share of a value. @param share thousandths of a per cent */
export function shared(of: MoneyFigure, share: number): Portion {
  const { atLeast, atMost } = shareOf(of, share)
  return { of, atLeast, atMost, weight: [share / WHOLE, share / WHOLE] }
}

/** A part of a value: what it is known to be worth, or anything up to the whole where that is not known. */
export function within(of: MoneyFigure, part: MoneyFigure | undefined): Portion {
  if (part === undefined) return { of, atLeast: NOTHING, atMost: of.atMost, weight: [0, 1] }
  const atMost = lower(part.atMost, of.atMost)
  const low = of.atMost === null || of.atMost.pence === 0 ? 0 : part.atLeast.pence / of.atMost.pence
  const high = atMost === null || of.atLeast.pence === 0 ? 1 : atMost.pence / of.atLeast.pence
  return { of, atLeast: part.atLeast, atMost, weight: [Math.min(1, low), Math.min(1, high)] }
}

/** Several portions of one value together: they may overlap, so it is at least the largest and at most the whole. */
export function together(portions: readonly [Portion, ...Portion[]]): Portion {
  const [{ of }] = portions
  const lows = portions.map((it) => it.weight[0])
  const highs = portions.reduce((sum, it) => sum + it.weight[1], 0)
  const atMost = portions.reduce<End | null>((all, it) => all && it.atMost && added(all, it.atMost), NOTHING)
  const atLeast = portions.map((it) => it.atLeast).reduce((a, b) => (b.pence > a.pence ? b : a))
  return { of, atLeast, atMost: lower(atMost, of.atMost), weight: [Math.max(...lows), Math.min(1, highs)] }
}

const lower = (a: End | null, b: End | null): End | null =>
  a === null ? b : b === null ? a : b.pence < a.pence ? b : a

/**
 * Portions of several values added up, end by end.
 * @param left how many more values are not known, come once only, or are in another currency
 */
export function portionsFigure(
  how: string,
  portions: readonly Portion[],
  left: Pick<MoneyFigure, 'unknown' | 'oneOff' | 'otherCurrency'>,
  currency: string,
): MoneyFigure {
  return {
    figure: 'money',
    atLeast: portions.reduce((sum, it) => added(sum, it.atLeast), NOTHING),
    atMost: portions.reduce<End | null>((sum, it) => sum && it.atMost && added(sum, it.atMost), NOTHING),
    ...left,
    currency,
    how,
    sources: portions.flatMap((it) => it.of.sources),
  }
}

/**
 * Which part of known values some portions of them are, at least and at most. Where a value is an interval, it is the
 * same in the part and in the whole: one value of up to £4m is all of itself. Null where the values come to nothing.
 * @param others known values of which nothing is meant
 */
export function percentOf(
  how: string,
  portions: readonly Portion[],
  others: readonly MoneyFigure[],
): PercentFigure | null {
  const values = [
    ...portions.map((it) => ({ value: it.of, weight: it.weight })),
    ...others.map((value) => ({ value, weight: [0, 0] as const })),
  ]
  const weighed = (end: 0 | 1) =>
    values.map(({ value, weight }) => ({
      low: value.atLeast.pence,
      high: value.atMost?.pence ?? null,
      weight: weight[end],
    }))
  const low = extreme(weighed(0), 'least')
  const high = extreme(weighed(1), 'most')
  if (low === undefined || high === undefined) return null
  const figures = [...portions.map((it) => it.of), ...others]
  return {
    figure: 'percent',
    atLeast: Math.round(low * WHOLE),
    atMost: Math.round(high * WHOLE),
    approximate: figures.some((it) => it.atLeast.approximate || it.atMost?.approximate === true),
    how,
    sources: portions.flatMap((it) => it.of.sources),
  }
}

interface Weighed {
  readonly low: number
  readonly high: number | null
  readonly weight: number
}

/**
 * The least or greatest weighed mean of values that may each be anywhere in their interval. It is reached with the
 * upper ends of those of the greatest (least) weights and the lower ends of the others, so those splits are tried; a
 * value without an upper end draws the mean as near to its own weight as one likes. Undefined where all may be nothing.
 */
function extreme(values: readonly Weighed[], which: 'least' | 'most'): number | undefined {
  const sign = which === 'most' ? 1 : -1
  const order = values.toSorted((a, b) => sign * (b.weight - a.weight))
  let sum = order.reduce((all, it) => all + it.low, 0)
  let part = order.reduce((all, it) => all + it.low * it.weight, 0)
  const means = sum > 0 ? [part / sum] : []
  for (const { low, high, weight } of order) {
    if (high === null) {
      means.push(weight)
      continue
    }
    sum += high - low
    part += (high - low) * weight
    if (sum > 0) means.push(part / sum)
  }
  return means.length === 0 ? undefined : sign * Math.max(...means.map((it) => sign * it))
}
