/** Whole pence (or the hundredth part of another currency); safe up to 90 trillion pounds. */
export type Pence = number

/** Money as people write it (`8600000`, `8,600,000`, `8.6m`, `250k`, `1bn`, with or without £) as whole pence; undefined for anything else. */
export function parseMoney(text: string): Pence | undefined {
  const parts = /^[£€$]?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*(k|m|bn)?$/i.exec(text.trim())
  if (parts === null) return undefined
  const [, whole, fraction = '', unit = ''] = parts
  const zeros = 2 + { '': 0, k: 3, m: 6, bn: 9 }[unit.toLowerCase()]!
  if (fraction.replace(/0+$/, '').length > zeros) return undefined // less than a penny
  const pence = Number(whole!.replaceAll(',', '') + fraction.slice(0, zeros).padEnd(zeros, '0'))
  return Number.isSafeInteger(pence) ? pence : undefined
}

/** A value's words (`up to £2m`, `nearly £34m`, `about 8.6m a year`) as the fields that say the same. */
export interface ProposedValue {
  readonly amount: string
  readonly basis?: string
  readonly per?: string
}

/** Finds the money in a phrase, and how sure and how often it is; undefined when there is none. */
export function proposeValue(text: string): ProposedValue | undefined {
  const amount = /[£€$]?\s*(\d[\d,]*(?:\.\d+)?)\s*(bn|billion|m|million|k|thousand)?\b/i.exec(text)
  if (amount === null || /^[\d.,]*e\d/i.test(text.trim())) return undefined
  const unit = amount[2]?.toLowerCase() ?? ''
  const short = unit.startsWith('b') ? 'bn' : unit.startsWith('m') ? 'm' : unit === '' ? '' : 'k'
  const written = `${amount[1]!}${short}`
  if (parseMoney(written) === undefined) return undefined
  const basis = BASIS_WORDS.find(([words]) => words.test(text))?.[1]
  const per = /a year|per year|per annum|p\.?a\.?\b|annual|yearly/i.test(text)
    ? 'year'
    : /total|whole/i.test(text)
      ? 'total'
      : undefined
  return { amount: written, ...(basis && { basis }), ...(per && { per }) }
}

const BASIS_WORDS: [RegExp, string][] = [
  [/up to|at most|maximum|no more than/i, 'up-to'],
  [/nearly|almost|just under|just below/i, 'just-under'],
  [/at least|over|more than|minimum|\+/i, 'at-least'],
  [/about|around|approx|circa|c\.|roughly|~|±|\+\/-/i, 'approximate'],
]

/** Money as a paper prints it, exact to the penny and as short as that allows: `£8.6m`, `£600,000`, `£12,345.67`. */
export function sayMoney(pence: Pence, currency = 'GBP'): string {
  const sign = pence < 0 ? '-' : ''
  const amount = Math.abs(pence)
  const symbol = SYMBOLS[currency] ?? `${currency} `
  if (amount >= MILLION && (amount * 100) % MILLION === 0)
    return `${sign}${symbol}${trimZeros((amount / MILLION).toFixed(2))}m`
  const pounds = Math.trunc(amount / 100)
  const rest = amount % 100
  const grouped = String(pounds).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${symbol}${grouped}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}

const MILLION = 100_000_000
const SYMBOLS: Record<string, string | undefined> = { GBP: '£', EUR: '€', USD: '$' }
const trimZeros = (text: string) => text.replace(/\.?0+$/, '')
