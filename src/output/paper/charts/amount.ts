import { currencyOf, parseMoney } from '../../../model/money.js'

/** What a cell says of how much there is. */
export type Amount =
  | {
      readonly kind: 'interval'
      readonly low: number
      readonly high: number
      readonly unit: string
      readonly isOpen: boolean
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }

export type Interval = Extract<Amount, { kind: 'interval' }>

/** No figure is longer; a longer text is not searched. */
const LONGEST = 200
const NONE = /^(?:none|nil|no|[-–—]|)$/i
const ROUGHLY = /^(?:about|around|roughly|nearly|almost|some|circa|ca\.?)\s+/i
const PERIOD = /\s+(?:a|per|each)\s+(?:year|month|week)$|\s+(?:in total|once)$/i

/**
 * A figure as papers print it: `12`, `3 of 11`, `£8.6m`, `about 28%`, `up to £4m`, `at least £5m`, `between £1m and £2m`.
 * What is in brackets or after a semicolon says what is left out, so that there may be more. Anything else is not known,
 * and never nothing.
 */
export function amountOf(text: string): Amount {
  if (text.length > LONGEST) return { kind: 'unknown' }
  const sum = text.replace(/\s*(?:[(;].*)$/s, '').trim()
  if (NONE.test(text.trim())) return { kind: 'none' }
  const words = sum.replace(PERIOD, '').replace(/^(\d+) of \d+$/, '$1')
  const left = /left out|;/.test(text)
  const [, bound, rest] = /^(up to|under|at least|over|more than)\s+(.+)$/i.exec(words) ?? []
  if (bound !== undefined) {
    const end = numberIn(rest!)
    const isUpper = /^(?:up to|under)$/i.test(bound)
    return isUpper ? interval(end && { ...end, value: 0 }, end, left) : interval(end, end, true)
  }
  const between = /^(?:between\s+)?(.+?)(?:\s+(?:and|to)\s+|\s*–\s*)(.+)$/i.exec(words)
  if (between !== null) return interval(numberIn(between[1]!), numberIn(between[2]!), left)
  const number = numberIn(words)
  return interval(number, number, left)
}

interface Measured {
  readonly value: number
  readonly unit: string
}

/** A number with its unit: a currency, per cent, or none. */
function numberIn(text: string): Measured | undefined {
  const plain = text.replace(ROUGHLY, '')
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(plain)?.[1]
  if (percent !== undefined) return { value: Number(percent), unit: '%' }
  const value = parseMoney(plain)
  return value === undefined ? undefined : { value: value / 100, unit: currencyOf(plain) ?? '' }
}

function interval(low: Measured | undefined, high: Measured | undefined, isOpen: boolean): Amount {
  if (low === undefined || high === undefined || low.value > high.value) return { kind: 'unknown' }
  const unit = low.unit === '' ? high.unit : low.unit
  return (high.unit === '' ? unit : high.unit) === unit
    ? { kind: 'interval', low: low.value, high: high.value, unit, isOpen }
    : { kind: 'unknown' }
}

/** The largest amount of all, by which a picture is scaled; undefined where amounts differ in unit, or none is more than 0. */
export function scaleOf(amounts: readonly Amount[]): number | undefined {
  const known = amounts.filter((it): it is Interval => it.kind === 'interval')
  const units = new Set(known.map((it) => it.unit))
  const most = Math.max(0, ...known.map((it) => it.high))
  return units.size === 1 && most > 0 ? most : undefined
}
