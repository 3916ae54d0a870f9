import { CURRENCY } from './currency.js'
import { basisIn, LONGEST_PHRASE, parseMoney, perOf, UNIT, withUnit, type Pence } from './money.js'

/** A phrase of money that its fields cover in full. */
interface PlainSum {
  readonly amount: Pence
  /** The lower end of a range. */
  readonly least?: Pence
  readonly basis?: string
  readonly per?: string
}

/**
 * Reads a phrase that has only words for its basis, one sum or range with its unit, and words for its time: `up to £2m`,
 * `c. £8.6m a year`, `£75k to £90k`, `£3m over three years`. Undefined for any other, such as `cut by £2m` or `£2m? TBC`, as
 * no field would keep the meaning of other words.
 */
export function plainSum(text: string): PlainSum | undefined {
  const parts = text.length > LONGEST_PHRASE ? null : PHRASE.exec(text.trim())
  if (parts === null) return undefined
  const { before = '', number, unit = '', behind = '', per = '', term = '', low, lowUnit = '' } = parts.groups!
  if (before !== '' && behind !== '') return undefined
  const amount = sumOf(number!, unit)
  const least = low === undefined ? undefined : sumOf(low, lowUnit || unit)
  if (amount === undefined || (low !== undefined && !isRange(parts.groups!, least, amount))) return undefined
  const basis = basisIn(before || behind)
  const often = perOf(per || term)
  return { amount, ...(least !== undefined && { least }), ...(basis && { basis }), ...(often && { per: often }) }
}

const sumOf = (number: string, unit: string) => parseMoney(withUnit(number, unit))

/** Are the ends of a range certain? They must go up, and have no doubt about units: 500 to 1m may mean 500k. */
function isRange(
  {
    low,
    lowUnit = '',
    number,
    unit = '',
    sign,
    between,
    to = '',
    before = '',
    behind = '',
  }: Record<string, string | undefined>,
  least: Pence | undefined,
  amount: Pence,
): boolean {
  if (least === undefined || least >= amount) return false
  if (APART.test(before) || APART.test(behind) || /^between/i.test(between ?? '') !== /^and$/i.test(to)) return false
  if (lowUnit === '' && unit !== '' && Number(low!.replaceAll(',', '')) >= Number(number!.replaceAll(',', '')))
    return false
  return (lowUnit === '' || unit !== '') && (unit !== '' || sign !== undefined)
}

const JUST_UNDER = 'nearly|almost|just under|just below'
const UP_TO =
  'up to|at most|max(?:imum|\\.)?(?: of)?|(?:no|not) (?:more|greater) than|not (?:over|above|exceeding)|not to exceed|NTE|capped at|under|less than|below|<'
const AT_LEAST =
  'at least|(?:no|not) less than|(?:no|not) under|(?:no|not) below|over|more than|greater than|in excess of|upwards of|exceeding|above|min(?:imum|\\.)?(?: of)?|>'
const APPROXIMATE = 'about|around|approx(?:\\.|imately)?|circa|ca?\\.?|roughly|~|±'
const OR_MORE = '(?:or|and) (?:more|greater|above|over|upwards)'
const OR_LESS = '(?:or|and) (?:less|lower|under|below)'
const OR_SO = 'or so|or thereabouts'
const BEHIND = `\\+|at most|at least|max(?:imum)?|min(?:imum)?|approx(?:\\.|imately)?|${OR_MORE}|${OR_LESS}|${OR_SO}`
const APART = new RegExp(`^(?:${JUST_UNDER}|${UP_TO}|${AT_LEAST}|\\+|${OR_MORE}|${OR_LESS})$`, 'i')

const YEARLY = '(?:a|per|each|every) year|per annum|per yr|\\/ ?(?:year|yr)|p\\.?\\/?a\\.?|annually|yearly'
const MONTHLY = '(?:a|per|each|every) month|p\\.?c\\.?m\\.?|monthly'
const WEEKLY = '(?:a|per|each|every) week|weekly'
const ONCE = 'once|one[- ]off'
const TOTAL = '(?:in )?total'

const COUNT = '\\d+|one|two|three|four|five|six|seven|eight|nine|ten'
const TERM = `(?:over|for) (?:(?:a|the) )?(?:${COUNT})[ -](?:years?|yrs?|months?)(?: term)?`
const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?'
const PHRASE = new RegExp(
  `^(?:(?<before>${JUST_UNDER}|${UP_TO}|${AT_LEAST}|${APPROXIMATE})\\s*)?(?<between>between |from )?` +
    `(?<sign>${CURRENCY})?\\s*(?:(?<low>${NUMBER})\\s*(?<lowUnit>${UNIT})?\\s*(?<to>-|–|—|\\bto\\b|\\band\\b)\\s*(?:${CURRENCY})?\\s*)?` +
    `(?<number>${NUMBER})\\s*(?<unit>${UNIT})?\\s*(?:${CURRENCY})?` +
    `(?:,?\\s*(?<behind>${BEHIND}))?(?:,?\\s*(?<per>${YEARLY}|${MONTHLY}|${WEEKLY}|${ONCE}|${TOTAL}))?(?:,?\\s*(?<term>${TERM}))?$`,
  'iu',
)
