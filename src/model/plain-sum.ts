import { LONGEST_PHRASE, parseMoney, type Pence } from './money.js'

/** A phrase of money all of which its fields say. */
export interface PlainSum {
  readonly amount: Pence
  readonly basis?: string
  readonly per?: string
}

/**
 * Reads a phrase that has nothing but words of its basis, one sum with its unit, and words of how often or how long:
 * `up to £2m`, `c. £8.6m a year`, `£3m over three years`. Undefined for any other, as `cut by £2m` or `£2m? TBC` are:
 * what a word not listed here says, no field would keep.
 */
export function plainSum(text: string): PlainSum | undefined {
  const parts = text.length > LONGEST_PHRASE ? null : PHRASE.exec(text.trim())
  if (parts === null) return undefined
  const { before = '', number, unit = '', behind = '', per = '', term = '' } = parts.groups!
  if (before !== '' && behind !== '') return undefined
  const amount = parseMoney(`${number}${UNITS.find(([words]) => words.test(unit))?.[1] ?? ''}`)
  const basis = BASES.find(([words]) => words.test(before || behind))?.[1]
  const often = OFTEN.find(([words]) => words.test(per))?.[1] ?? (term === '' ? undefined : 'total')
  return amount === undefined ? undefined : { amount, ...(basis && { basis }), ...(often && { per: often }) }
}

const whole = (words: string) => new RegExp(`^(?:${words})$`, 'i')

const JUST_UNDER = 'nearly|almost|just under|just below'
const UP_TO =
  'up to|at most|max(?:imum|\\.)?(?: of)?|(?:no|not) more than|not over|not exceeding|under|less than|below|<'
const AT_LEAST =
  'at least|(?:no|not) less than|(?:no|not) under|(?:no|not) below|over|more than|above|min(?:imum|\\.)?(?: of)?|>'
const APPROXIMATE = 'about|around|approx(?:\\.|imately)?|circa|ca?\\.?|roughly|~|±'
const BEHIND = '\\+|at most|at least|max(?:imum)?|min(?:imum)?|approx(?:\\.|imately)?'
const BASES: readonly (readonly [RegExp, string])[] = [
  [whole(JUST_UNDER), 'just-under'],
  [whole(UP_TO), 'up-to'],
  [whole(`${AT_LEAST}|\\+`), 'at-least'],
  [whole(APPROXIMATE), 'approximate'],
]

const YEARLY = '(?:a|per|each|every) year|per annum|per yr|\\/ ?(?:year|yr)|p\\.?\\/?a\\.?|annually|yearly'
const ONCE = 'once|one[- ]off'
const TOTAL = '(?:in )?total'
const OFTEN: readonly (readonly [RegExp, string])[] = [
  [whole(YEARLY), 'year'],
  [whole(ONCE), 'once'],
  [whole(TOTAL), 'total'],
]

const THOUSAND = 'thousands?|k'
const MILLION = 'millions?|mio|mln|mn|mm|m'
const BILLION = 'billions?|bn'
const UNITS: readonly (readonly [RegExp, string])[] = [
  [whole(THOUSAND), 'k'],
  [whole(MILLION), 'm'],
  [whole(BILLION), 'bn'],
]

const COUNT = '\\d+|one|two|three|four|five|six|seven|eight|nine|ten'
const TERM = `(?:over|for) (?:(?:a|the) )?(?:${COUNT})[ -](?:years?|yrs?|months?)(?: term)?`
const PHRASE = new RegExp(
  `^(?:(?<before>${JUST_UNDER}|${UP_TO}|${AT_LEAST}|${APPROXIMATE})\\s*)?` +
    `(?:£|GBP)?\\s*(?<number>\\d[\\d,]*(?:\\.\\d+)?)\\s*(?<unit>${THOUSAND}|${MILLION}|${BILLION})?` +
    `(?:,?\\s*(?<behind>${BEHIND}))?(?:,?\\s*(?<per>${YEARLY}|${ONCE}|${TOTAL}))?(?:,?\\s*(?<term>${TERM}))?$`,
  'i',
)
