import { CURRENCY, currenciesOf, signOf, withPlainCurrency } from './currency.js'

/** Whole pence (or the hundredth part of another currency); safe up to 90 trillion pounds. */
export type Pence = number

/**
 * Money as people write it (`8600000`, `8,600,000`, `8.6m`, `250k`, `1bn`, `nil`, with or without £, GBP or another
 * currency) as whole pence; undefined for anything else.
 */
export function parseMoney(text: string): Pence | undefined {
  if (text.length > LONGEST) return undefined
  if (/^\s*nil\s*$/i.test(text)) return 0
  const parts = PLAIN.exec(text) ?? AMOUNT.exec(text.trim())
  if (parts === null || (parts[1] !== undefined && parts[5] !== undefined)) return undefined
  const [, , whole, fraction = '', unit = ''] = parts
  const zeros = 2 + { '': 0, k: 3, m: 6, bn: 9 }[unit.toLowerCase()]!
  // 1.000 is a pound here and a thousand elsewhere, so there are no more than two decimals
  if ((unit === '' ? fraction : fraction.replace(/0+$/, '')).length > zeros) return undefined
  const pence = Number(whole!.replaceAll(',', '') + fraction.slice(0, zeros).padEnd(zeros, '0'))
  return Number.isSafeInteger(pence) ? pence : undefined
}

/** Nearly every amount, for which the expression with all currencies need not be compiled: that takes 7 ms. */
const PLAIN = /^\s*(£)?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*(k|m|bn)?\s*$/i
const AMOUNT = new RegExp(
  `^(${CURRENCY})?\\s*(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d+))?\\s*(k|m|bn)?\\s*(${CURRENCY})?$`,
  'iu',
)

/** No sum is longer, with all the words around it; longer texts are not searched. */
const LONGEST = 300

/** The ISO code of the currency of an amount; undefined where it has none, and for any other text. */
export function currencyOf(text: string): string | undefined {
  if (parseMoney(text) === undefined) return undefined
  const plain = PLAIN.exec(text)
  return plain === null ? currenciesOf(text)[0] : plain[1] && 'GBP'
}

/** The time that a sum is for, as written after the sum. */
export const PER = { year: 'a year', month: 'a month', week: 'a week', total: 'in total', once: 'once' } as const

/** Words such as `up to £2m`, `nearly £34m` and `about 8.6m a year` as the fields that mean the same. */
export interface ProposedValue {
  readonly amount: string
  /** The lower end of a range, of which `amount` is the upper one. */
  readonly 'at-least'?: string
  readonly basis?: string
  readonly per?: string
}

/**
 * The money in a phrase as fields, a `range` by its two ends. A `question` is written as in other countries (`1.000.000`,
 * `8,6 Mio`), so that only its writer can say which of the amounts it is.
 */
type MoneyPhrase =
  | { readonly kind: 'sum' | 'range'; readonly fields: ProposedValue }
  | { readonly kind: 'rate' }
  | { readonly kind: 'question'; readonly amounts: readonly string[] }

/**
 * Finds the money in a phrase, with its basis and its time. Undefined where there is none, where there are several sums
 * that are not a range, or where another number is not understood: proposals are often accepted unchanged, so they must
 * not leave anything out or have another magnitude.
 */
export function proposeValue(text: string): MoneyPhrase | undefined {
  if (text.length > LONGEST_PHRASE || /^[\d.,]*e\d/i.test(text.trim())) return undefined
  const currencies = currenciesOf(text)
  if (currencies.length > 1) return undefined
  const sign = currencies.map(signOf).join('')
  const plain = withPlainCurrency(text)
  const amounts = elsewhere(plain)
  if (amounts !== undefined) return { kind: 'question', amounts: amounts.map((it) => sign + it) }
  if (RATE.test(text)) return { kind: 'rate' }
  const phrase = withoutTimes(plain.replace(/\bca?(?=\d)/gi, '$& '))
  const range = new RegExp(`${SUM}\\s*(?:-|–|—|\\bto\\b|\\bor\\b|\\band\\b)\\s*${SUM}`, 'iu').exec(phrase)
  const found = range ?? new RegExp(SUM, 'iu').exec(phrase)
  if (found === null) return undefined
  const [before, after] = [phrase.slice(0, found.index), phrase.slice(found.index + found[0].length)]
  const isBare = !/[£€$]/.test(found[0]) && !/\p{L}/u.test(found[0])
  const mayBeOther = LOOSE_YEAR.exec(plain)?.[0] ?? found[0]
  if (!isUnderstood(before, after) || (isBare && (!leadsToSum(before) || !found[0].includes(mayBeOther))))
    return undefined
  const ends = range === null ? [withUnit(found[1]!, found[2])] : endsOf(range)
  if (ends === undefined || ends.some((it) => parseMoney(it) === undefined)) return undefined
  const [amount, least] = ends.map((it) => sign + it).toReversed() as [string, string?]
  const basis = basisOf(before, after)
  const per = perOf(text)
  const fields = {
    amount,
    ...(least !== undefined && { 'at-least': least }),
    ...(basis && { basis }),
    ...(per && { per }),
  }
  return { kind: range === null ? 'sum' : 'range', fields }
}

/** No phrase of one sum is longer; searching a longer text would take the square of its length. */
export const LONGEST_PHRASE = 200
/** What time a sum is for, by the words after it. */
export const perOf = (text: string) =>
  PERIODS.find(([words]) => words.test(text))?.[1] ?? (new RegExp(TERM, 'iu').test(text) ? 'total' : undefined)

export const UNIT = 'bn|billions?|millions?|mio|mln|mn|mm|m|thousands?|k'
const SUM = `[£€$]?\\s*(?<![\\p{L}\\d.,])(\\d[\\d,]*(?:\\.\\d+)?)\\s*(${UNIT})?(?![\\p{L}\\p{N}]|[.,]\\d|\\s*(?:[%‰]|per\\s?cent))`
/** A unit after a full stop, as in `2. k`, which may belong to the number before it. */
const STRAY_UNIT = new RegExp(`^\\s*\\.\\s*(?:${UNIT})(?!\\p{L})`, 'iu')
const RATE =
  /\b(?:a|per|each|every)\s+(?:day|fortnight|quarter)\b|\b(?:daily|quarterly)\b|\bper\s+(?!year|annum|yr|month|week|cent\b)\p{L}/iu
const YEARLY =
  /\b(?:a|each|every) year\b|per year|per annum|per yr|\/\s*(?:year|yr)\b|\bp\.?\/?a\b|annual|annum|yearly/i
const MONTHLY = /\b(?:a|per|each|every) month\b|\bp\.?c\.?m\b|\bmonthly\b/i
const WEEKLY = /\b(?:a|per|each|every) week\b|\bweekly\b/i
const ONCE = /\bonce\b|\bone[- ]off\b|\bnon[- ]?recurr/i
const TERM =
  /(?:\b(?:over|for|across|during|within)\s+(?:a|an|the|its|\p{L}+)?\s*)?\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|whole|a|the)[\s-]+(?:years?|yrs?|months?|term)\b/giu
const TOTAL = /\btotal|\bwhole\b|\blifetime\b/i
const PERIODS = [
  [YEARLY, 'year'],
  [MONTHLY, 'month'],
  [WEEKLY, 'week'],
  [ONCE, 'once'],
  [TOTAL, 'total'],
] as const
const YEARS =
  /(?<![£€$\d,.])\b(?:FY\s*)?(?:19|20)\d\d(?:\s*[-/–]\s*(?:(?:19|20)\d\d|\d\d))?(?![\d,.]*\d|\s*(?:bn|billion|million|mio|mln|mn|mm?|thousand|k)\b)/gi

/**
 * Is the text before and after a sum known not to change its size? Another number, a number in words, a sign, or a word
 * after it that may be its unit (`20 grand`, `2 crore`, `10 beds`) may change it.
 */
function isUnderstood(before: string, after: string): boolean {
  if (/(?:[-−×*/^]|\bx)\s*$/i.test(before) || (/\(\s*$/.test(before) && /^\s*\)/.test(after))) return false
  if (/\p{N}/u.test(before + after) || MANY.test(before) || MANY.test(after)) return false
  if (STRAY_UNIT.test(after)) return false
  const next = /^[\s-]*(\p{L}+(?:[./]\p{L}+)*)/u.exec(after)?.[1]
  return next === undefined || NEXT.has(next.toLowerCase())
}

/** Can the word before a bare number introduce a sum? `Lot 5` and `phase 2` are not money. */
function leadsToSum(before: string): boolean {
  const last = /(\p{L}+)[\s.:,]*$/u.exec(before)?.[1]
  return last === undefined || BEFORE.has(last.toLowerCase())
}

const BEFORE = new Set(
  'about above almost approx approximately around at below between budget by c ca capped circa exceed exceeding from is least less max maximum min minimum more most nearly nte of over roughly some than to total under value worth'.split(
    ' ',
  ),
)

const MANY =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|third|twice|double|triple|both|several|times)\b/i

/** Words after a sum that are not its unit. */
const NEXT = new Set(
  'a about above across after all and annual annually approx approximately around as at before budget but by ca circa contract contribution cpi during each estimated every ex excl excluding expected for from funding grant if in incl including income is less lifetime max maximum min minimum more non not of on once one only or over or p.a pa pcm per plus p/a pooled recurrent recurring roughly since spend staff t.b.c tbc the then this to total under until up value vat whole with within without week weekly month monthly year yearly'.split(
    ' ',
  ),
)

/** The amounts that a number written as in other countries may be; undefined for anything else. */
function elsewhere(text: string): readonly string[] | undefined {
  const written = text.replaceAll('£', ' ').trim()
  const grouped = /^(\d{1,3})([. '’\u00a0\u202f])(\d{3}(?:\2\d{3})*)(?:,(\d\d))?$/.exec(written)
  if (grouped !== null) {
    const [, first, separator, rest, pence] = grouped
    const amount = [first, ...rest!.split(separator!)].join(',') + (pence === undefined ? '' : `.${pence}`)
    const isDecimal = separator === '.' && rest!.length === 3 && pence === undefined && rest!.endsWith('0')
    return parseMoney(amount) === undefined
      ? undefined
      : [amount, ...(isDecimal ? [`${first}.${rest!.slice(0, 2)}`] : [])]
  }
  const decimal = new RegExp(`^(\\d+),(\\d\\d?)\\s*(${UNIT})?$`, 'i').exec(written)
  if (decimal === null) return undefined
  return [withUnit(`${decimal[1]}.${decimal[2]}`, decimal[3])]
}

/** A number that looks like a year without a word that makes it one, so that it may be the sum. */
const LOOSE_YEAR =
  /(?<![\d.,]|\b(?:in|from|since|for|by|during|of|year|until|to|FY|and)\s*)(?:19|20)\d\d(?![\d.,]*\d|\s*[-/–]\s*\d)/i

/** A text without its years and terms, which are also numbers: `2m over 3 years from 2019-20` has one sum. */
function withoutTimes(text: string): string {
  const withoutTerm = YEARLY.test(text) ? text.replace(/(?:over|for)\s+\w+\s+years?/gi, ' ') : text.replace(TERM, ' ')
  const withoutYears = withoutTerm.replace(YEARS, ' ')
  return /\d/.test(withoutYears) ? withoutYears : withoutTerm
}

/** The two ends of a range, the lower one first; an end without a unit has that of the other. */
function endsOf([, low, lowUnit, high, highUnit]: RegExpExecArray): string[] | undefined {
  const [from, to] = [withUnit(low!, lowUnit ?? highUnit), withUnit(high!, highUnit ?? lowUnit)]
  const [a, b] = [parseMoney(from), parseMoney(to)]
  if (a === undefined || b === undefined) return undefined
  if (a <= b) return [from, to]
  // 500 to 1m: the lower end was meant without a unit
  return lowUnit === undefined ? [withUnit(low!), to] : [to, from]
}

/** A number with its unit as `parseMoney` reads it. */
export function withUnit(number: string, unit = ''): string {
  const letter = unit.toLowerCase()
  return `${number}${letter.startsWith('b') ? 'bn' : letter.startsWith('m') ? 'm' : letter === '' ? '' : 'k'}`
}

/** The basis, from words before the sum or directly after it: `£2m, now under negotiation` has none. */
function basisOf(before: string, after: string) {
  const behind = BEHIND.exec(after)?.[0] ?? ''
  return BASIS_WORDS.find(([words]) => words.test(before) || words.test(behind))?.[1]
}

/** The basis that some words alone stand for. */
export const basisIn = (words: string) => BASIS_WORDS.find(([known]) => known.test(words))?.[1]

/** Words directly after a sum. A plus before a word adds something else: `£5k + VAT` is not `£5k+`. */
const BEHIND =
  /^[\s,(]*(?:\+\/-|\+(?!\s*\(?(?!(?:a|p\.?a|p\.?c\.?m|per|each|every|in|over)\b)\p{L})|±|(?:at most|at least|max(?:imum)?|min(?:imum)?|approx\w*|roughly|circa|(?:or|and) (?:more|greater|above|over|upwards|less|lower|under|below|thereabouts|so(?!\s+\p{L})))\b)/iu

const BASIS_WORDS: [RegExp, string][] = [
  [/\b(?:nearly|almost|just under|just below)\b/i, 'just-under'],
  [/\b(?:no|not) (?:less|under|below)/i, 'at-least'],
  [
    /\b(?:up to|at most|max(?:imum)?|(?:no|not) (?:more|greater) than|not (?:over|above|exceeding)|not to exceed|nte|capped at|under|less|lower|less than|below)\b|</i,
    'up-to',
  ],
  [
    /\b(?:at least|over|more|greater|more than|above|min(?:imum)?|upwards|in excess of|exceeding)\b|^[\s,(]*\+(?!\/)|>/i,
    'at-least',
  ],
  [/\b(?:about|around|approx\w*|circa|ca?|roughly|or so|or thereabouts)\b|~|±|\+\/-/i, 'approximate'],
]

/** Money as a paper prints it, exact to the penny and as short as that allows: `£2.7bn`, `£8.6m`, `£600,000`, `£12,345.67`. */
export function formatMoney(pence: Pence, currency = 'GBP'): string {
  const sign = pence < 0 ? '-' : ''
  const amount = Math.abs(pence)
  const symbol = signOf(currency)
  for (const [unit, size] of LARGE_UNITS)
    if (amount >= size && (amount * 100) % size === 0)
      return `${sign}${symbol}${(amount / size).toFixed(2).replace(/\.?0+$/, '')}${unit}`
  const pounds = Math.trunc(amount / 100)
  const rest = amount % 100
  const grouped = String(pounds).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${symbol}${grouped}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}

/**
 * Money that comes from a division, as a paper prints it: three significant figures, and never pence; `about` unless it
 * is exact.
 */
export function formatSpread(pence: Pence, currency = 'GBP'): string {
  const rounded = roundSpread(pence)
  return `${rounded === pence ? '' : 'about '}${formatMoney(rounded, currency)}`
}

/** To three significant figures, and to whole pounds. */
export function roundSpread(pence: Pence): Pence {
  const step = Math.max(100, 10 ** (String(Math.abs(Math.round(pence))).length - 3))
  return Math.round(pence / step) * step
}

/** In pence. */
const LARGE_UNITS = [
  ['bn', 100_000_000_000],
  ['m', 100_000_000],
] as const
