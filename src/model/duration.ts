/** A stretch of time as people write it: `6 months`, `2 years`, `60 days`. */
export interface Duration {
  readonly months: number
  readonly days: number
  readonly written: string
}

/** The longest duration: added to any day of a register, it gives a year of four digits. */
export const MOST_YEARS = 200

/** Reads `6 months`, `1 year`, `60 days`, `8 weeks`; undefined for anything else, and for longer than MOST_YEARS. */
export function parseDuration(text: string): Duration | undefined {
  const read = readDuration(text)
  return read === undefined || read.months > MOST_YEARS * 12 ? undefined : read
}

/** Is it a duration that is too long? */
export const isTooLong = (text: string): boolean =>
  readDuration(text) !== undefined && parseDuration(text) === undefined

function readDuration(text: string): Duration | undefined {
  const parts = /^(\d{1,4})\s+(day|week|month|year)s?$/i.exec(text.trim())
  if (parts === null) return undefined
  const count = Number(parts[1])
  const unit = parts[2]!.toLowerCase()
  const months = unit === 'month' ? count : unit === 'year' ? count * 12 : 0
  const days = unit === 'day' ? count : unit === 'week' ? count * 7 : 0
  return { months, days, written: text.trim() }
}

/**
 * A length of time as agreements write it, such as `twelve months`, `3 months’ notice`, `6 calendar months` and `12 mths`,
 * in the form of the register; undefined for any other text.
 */
export function durationInWords(text: string): string | undefined {
  const parts = IN_WORDS.exec(text.trim())
  if (parts === null) return undefined
  const [, count, figures, unit] = parts
  const number = COUNTS.indexOf(count!.toLowerCase()) + 1 || Number(count)
  if (!(number > 0) || (figures !== undefined && Number(figures) !== number)) return undefined
  const name = UNITS.find((it) => it.startsWith(unit![0]!.toLowerCase()))!
  const meant = `${number} ${name}${number === 1 ? '' : 's'}`
  return parseDuration(meant) === undefined ? undefined : meant
}

const COUNTS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const UNITS = ['day', 'week', 'month', 'year']
const IN_WORDS = new RegExp(
  `^(\\d{1,4}|${COUNTS.join('|')})(?:\\s*\\((\\d{1,4})\\))?[\\s-]*(?:calendar\\s+)?(days?|weeks?|wks?|months?|mths?|mnths?|years?|yrs?)\\.?[’']?s?(?:\\s+(?:written\\s+)?notice)?$`,
  'i',
)

/** Is one time shorter than another? A month counts as 30 days; undefined is without end. */
export const isShorter = (a: Duration | undefined, b: Duration | undefined): boolean =>
  lengthInDays(a) < lengthInDays(b)

/** How long it is, for comparison only: a month counts as 30 days, and no duration as for ever. */
export const lengthInDays = (it: Duration | undefined) => (it === undefined ? Infinity : it.months * 30 + it.days)

/** `1 month`, `6 months`. */
export const formatMonths = (months: number): string => `${months} month${months === 1 ? '' : 's'}`
