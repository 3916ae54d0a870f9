import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addDays as addDaysTo } from 'date-fns/addDays'
import { addMonths as addMonthsTo } from 'date-fns/addMonths'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { differenceInCalendarMonths } from 'date-fns/differenceInCalendarMonths'
import { getDaysInMonth } from 'date-fns/getDaysInMonth'
import type { Duration } from './duration.js'

/** A calendar day, `YYYY-MM-DD`; sorts and compares as text. No time of day, no time zone. */
export type Day = string

/**
 * A day as exact as it was written: `2019-05-14`, a month `2019-05`, a year `2019`, a financial year `2018/19`, a
 * range `2019-05/2019-06`. For a deadline the last day counts, for a start the first; papers print what was written.
 */
export interface InexactDay {
  readonly first: Day
  readonly last: Day
  readonly written: string
}

/**
 * Why a text is not a day. `ambiguous` can be read as either of two days. `years` are two years in a row, which may be a
 * financial year or two calendar years. `other-order` is one day in another spelling; it is doubtful where it may mean
 * something else, as `March 31` may be a day of some year.
 */
export type DayError =
  | { readonly kind: 'ambiguous'; readonly readings: readonly [Day, Day] }
  | { readonly kind: 'years'; readonly from: number }
  | { readonly kind: 'other-order'; readonly day: Day; readonly isDoubtful?: true }
  | { readonly kind: 'no-such-day'; readonly reason: string }
  | { readonly kind: 'open-end' }
  | { readonly kind: 'backwards' }
  | { readonly kind: 'unknown' }

/** First month and day of a financial year; for England's public bodies 1 April. */
export const APRIL = '04-01'

/** Reads a day as it may be written in a register. */
export function parseInexactDay(text: string, yearStart = APRIL): InexactDay | DayError {
  const written = text.trim()
  const known = exactDays.get(written)
  if (known !== undefined) return known
  const isExact = EXACT.test(written)
  const other = isExact ? undefined : otherThanOne(written, yearStart)
  if (other !== undefined) return other
  const single = stretch(written)
  if ('kind' in single) return single
  const read = { ...single, written }
  if (isExact) exactDays.set(written, read)
  return read
}

const EXACT = /^\d{4}-\d{2}-\d{2}$/
/** Days that were read: a large register has each of them over and over, and there are 400 years of them at most. */
const exactDays = new Map<Day, InexactDay>()

/** A text that is more than one year, month or day, or is exported by another program; undefined where it is neither. */
function otherThanOne(written: string, yearStart: string): InexactDay | DayError | undefined {
  const exported = fromSpreadsheet(written)
  if (exported !== undefined) return exported
  const meant = otherYears(written)
  if (meant !== undefined) return meant
  const halves = /^(\d{4}(?:-\d{2}){0,2})\s*\/\s*(\d{4}(?:-\d{2}){0,2})$/.exec(written)
  if (halves !== null) return range(written, halves[1]!, halves[2]!)
  const financial = /^(\d{4})\/(\d{2})$/.exec(written)
  return financial === null ? undefined : financialYear(written, Number(financial[1]), Number(financial[2]), yearStart)
}

/**
 * A day as spreadsheets export it: with a midnight after it, or as the number of days since 30 December 1899, which is
 * likely where the result is a day near ours.
 */
function fromSpreadsheet(text: string): DayError | undefined {
  const day = /^(\S+)[ T]00:00(?::00(?:\.0+)?)?Z?$/.exec(text)?.[1]
  if (day !== undefined && isDay(day)) return { kind: 'other-order', day }
  const isNumber = /^[2-7]\d{4}$/.test(text)
  return isNumber ? { kind: 'other-order', day: addDays('1899-12-30', Number(text)), isDoubtful: true } : undefined
}

function range(written: string, from: string, to: string): InexactDay | DayError {
  const first = stretch(from)
  const last = stretch(to)
  if ('kind' in first) return first
  if ('kind' in last) return last
  if (last.last < first.first) return { kind: 'backwards' }
  return { first: first.first, last: last.last, written }
}

function financialYear(written: string, year: number, next: number, yearStart: string): InexactDay | DayError {
  if (next !== (year + 1) % 100) return { kind: 'unknown' }
  const problem = [year, year + 1].map((it) => stretch(String(it).padStart(4, '0'))).find((it) => 'kind' in it)
  if (problem !== undefined) return problem
  return { first: `${year}-${yearStart}`, last: addDays(`${year + 1}-${yearStart}`, -1), written }
}

/**
 * Years as papers write them. `2023-24` and `FY23/24` are a financial year, `2010-11` is a month, `2019-2021` most likely
 * a range. Only their writer can say what `2024-2025`, `2024/2025` and `2024 to 2025` mean.
 */
function otherYears(text: string): DayError | undefined {
  const years = /^(\d{4})(?:\s*([-–—/])\s*|\s+to\s+)(\d{4})$/i.exec(text)
  if (years !== null) {
    const [from, to] = [Number(years[1]), Number(years[3])]
    const problem = [years[1]!, years[3]!].map(stretch).find((it) => 'kind' in it)
    if (problem !== undefined) return problem as DayError
    if (to === from + 1) return { kind: 'years', from }
    if (years[2] === '/') return undefined // the register's own range
    return to > from ? { kind: 'other-order', day: `${from}/${to}`, isDoubtful: true } : { kind: 'backwards' }
  }
  const parts = /^(FY\s*)?(\d{4}|\d{2})\s*([-–/])\s*(\d{2}|\d{4})$/i.exec(text)
  if (parts === null || /^\d{4}\/\d{2}$/.test(text)) return undefined
  const [from, to] = [fullYear(parts[2]!), Number(parts[4]!.slice(-2))]
  const isMonth = parts[1] === undefined && parts[3] !== '–' && ((to >= 1 && to <= 12) || parts[4]!.length === 4)
  if (isMonth || to !== (from + 1) % 100) return undefined
  const year = `${from}/${parts[4]!.slice(-2)}`
  const read = financialYear(year, from, to, APRIL)
  return 'kind' in read ? read : { kind: 'other-order', day: year, ...(isMonthAndYear(text) && { isDoubtful: true }) }
}

/** `24-04-01` may be a day of 2024: short forms of 2024-04-01 are written with hyphens. */
const mayBeginWithYear = (first: string, sign: string, last: string) =>
  sign === '-' && first.length === 2 && last.length === 2

/** `12/13` is a financial year, or a month of 2013. */
const isMonthAndYear = (text: string) => /^(?:0?[1-9]|1[0-2])\s*[-–/]\s*\d\d$/.test(text)

/** Two digits are a year up to 2079, as agreements run for decades and few began in the seventies. */
const fullYear = (digits: string) => Number(digits) + (digits.length > 2 ? 0 : Number(digits) < 80 ? 2000 : 1900)

/** A year, a month or a day as its first and last day. */
function stretch(text: string): { first: Day; last: Day } | DayError {
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text)
  if (parts === null) return otherSpelling(text)
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)]
  if (year === 9999) return { kind: 'open-end' }
  const problem = impossible(year, month, day)
  if (problem !== undefined) return problem
  if (parts[2]?.length === 1 || parts[3]?.length === 1) return { kind: 'other-order', day: iso(year, month, day) }
  if (parts[3] !== undefined) return { first: text, last: text }
  if (parts[2] !== undefined) return { first: iso(year, month, 1), last: iso(year, month, daysIn(year, month)) }
  return { first: iso(year, 1, 1), last: iso(year, 12, 31) }
}

function impossible(year: number, month: number, day: number): DayError | undefined {
  if (year < 1800 || year > 2199)
    return { kind: 'no-such-day', reason: `the year ${year} is not between 1800 and 2199` }
  if (month < 1 || month > 12) return { kind: 'no-such-day', reason: `there is no month ${month}` }
  if (day >= 1 && day <= 28) return undefined // every month has as many
  const days = daysIn(year, month)
  if (day < 1 || day > days) return { kind: 'no-such-day', reason: `${MONTHS[month - 1]} ${year} has ${days} days` }
  return undefined
}

/** British and other ways to write a day: `31/12/2019`, `1/4/24`, `20191231`, `31 December 2019`, `Dec-19`. */
function otherSpelling(text: string): DayError {
  const yearFirst = /^(\d{4})(?:[/.](\d{1,2})[/.](\d{1,2})|(\d{2})(\d{2}))$/.exec(text)
  if (yearFirst !== null) {
    const [year, month, day] = [yearFirst[1], yearFirst[2] ?? yearFirst[4], yearFirst[3] ?? yearFirst[5]].map(Number)
    return impossible(year!, month!, day!) ?? { kind: 'other-order', day: iso(year!, month!, day!) }
  }
  const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text)
  if (numbers !== null) {
    const [a, b, year] = [Number(numbers[1]), Number(numbers[3]), fullYear(numbers[4]!)]
    const short = mayBeginWithYear(numbers[1]!, numbers[2]!, numbers[4]!) && (a > 12 || a === b)
    const [british, turned] = [iso(year, b, a), iso(fullYear(numbers[1]!), b, Number(numbers[4]))]
    if (short && isDay(british) && isDay(turned) && british !== turned)
      return { kind: 'ambiguous', readings: [british, turned] }
    if (a <= 12 && b <= 12 && a !== b) return { kind: 'ambiguous', readings: [iso(year, b, a), iso(year, a, b)] }
    const [day, month] = b > 12 ? [b, a] : [a, b]
    return impossible(year, month, day) ?? { kind: 'other-order', day: iso(year, month, day) }
  }
  const named = /^(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+)?([A-Za-z]{3,9})\.?,?[\s-]+'?(\d{4}|\d{2})$/.exec(text)
  const month =
    MONTHS.findIndex(
      (name) => named !== null && named[2]!.length >= 3 && name.toLowerCase().startsWith(named[2]!.toLowerCase()),
    ) + 1
  if (named === null || month === 0) return { kind: 'unknown' }
  const day = Number(named[1] ?? 1)
  const year = fullYear(named[3]!)
  const problem = impossible(year, month, day)
  if (problem !== undefined) return problem
  const written = iso(year, month, day)
  if (named[1] !== undefined) return { kind: 'other-order', day: written }
  const mayBeDay = named[3]!.length === 2 && !text.includes("'") && Number(named[3]) <= 31
  return { kind: 'other-order', day: written.slice(0, 7), ...(mayBeDay && { isDoubtful: true }) }
}

/**
 * The day of a text in numbers where days come first, as in Britain: `1/4/23` and `01.04.2023` are 1 April 2023. Undefined
 * for any other text, and for `12-11-10`, which may have its year first.
 */
export function dayFirst(text: string): Day | undefined {
  const parts = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\s*$/.exec(text)
  if (parts === null) return undefined
  const [day, month, year] = [Number(parts[1]), Number(parts[3]), fullYear(parts[4]!)]
  if (impossible(year, month, day) !== undefined) return undefined
  const mayBeYearFirst = mayBeginWithYear(parts[1]!, parts[2]!, parts[4]!)
  const turned = iso(fullYear(parts[1]!), month, Number(parts[4]))
  return mayBeYearFirst && isDay(turned) && turned !== iso(year, month, day) ? undefined : iso(year, month, day)
}

/** Is this text exactly one day, `YYYY-MM-DD`? */
export const isDay = (text: string): boolean => EXACT.test(text) && !('kind' in stretch(text))

/** The same day some months later, or the end of the month where that day does not exist (31 August + 6 months). */
export const addMonths = (day: Day, months: number): Day => fromDate(addMonthsTo(day, months, { in: utc }))

export const addDays = (day: Day, days: number): Day => fromDate(addDaysTo(day, days, { in: utc }))

/** A duration after a day (before it, with `sign` -1): months first, from the original day, then days. */
export function addDuration(day: Day, { months, days }: Duration, sign: 1 | -1 = 1): Day {
  const inMonth = months === 0 ? day : addMonths(day, sign * months)
  return days === 0 ? inMonth : addDays(inMonth, sign * days)
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => differenceInCalendarDays(to, from, { in: utc })

/** Months from that of one day to that of another, wherever in them the days are. */
export const monthsBetween = (from: Day, to: Day): number => differenceInCalendarMonths(to, from, { in: utc })

/** The last day of the month of a day, as a review is due by the end of its month. */
export function endOfMonth(day: Day): Day {
  const [year, month] = numbers(day)
  return iso(year, month, daysIn(year, month))
}

/** A day as a paper prints it: `30 April 2019`. */
export function formatDay(day: Day): string {
  const [year, month, date] = numbers(day)
  return `${date} ${MONTHS[month - 1]} ${year}`
}

/** A day as exact as it was written: `30 April 2019`, `October 2019`, `May to June 2019`, `2018/19`, `2019`. */
export function formatInexactDay(day: InexactDay): string {
  const halves = /^(\S+?)\s*\/\s*(\d{4}\S*)$/.exec(day.written)
  if (halves === null) return formatPeriod(day.written)
  const [from, to] = [formatPeriod(halves[1]!), formatPeriod(halves[2]!)]
  const year = to.slice(-4)
  return from.endsWith(year) && from !== year ? `${from.slice(0, -5)} to ${to}` : `${from} to ${to}`
}

/** When something happened, as exact as it was written: `on 30 April 2019`, `in October 2019`. */
export const describeWhen = (day: InexactDay): string =>
  `${day.first === day.last ? 'on' : 'in'} ${formatInexactDay(day)}`

function formatPeriod(written: string): string {
  if (isDay(written)) return formatDay(written)
  const month = /^(\d{4})-(\d{2})$/.exec(written)
  return month === null ? written : `${MONTHS[Number(month[2]) - 1]} ${month[1]}`
}

/** A single exact day as an inexact one. */
export const exactly = (day: Day): InexactDay => ({ first: day, last: day, written: day })

export const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** A day of every year, such as `06-30`, in words: `30 June`. */
export const formatMonthDay = (monthDay: string): string =>
  `${Number(monthDay.slice(3))} ${MONTHS[Number(monthDay.slice(0, 2)) - 1]}`

const iso = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
const numbers = (day: Day) => day.split('-').map(Number) as [number, number, number]
/** Dates for date-fns, without a time zone; the larger `UTCDate` loads three formats of Intl at every start. */
const utc = (value: Date | number | string) => new UTCDateMini(value as number)
const daysIn = (year: number, month: number) => getDaysInMonth(iso(year, month, 1), { in: utc })

// a day as text is midnight in UTC, which has no changes of the clock and no missing days
const fromDate = (date: Date): Day => iso(date.getFullYear(), date.getMonth() + 1, date.getDate())

/** Does something with this date exist by a day? An inexact day counts from its first day. */
export const hasHappenedBy = (dated: InexactDay, asOf: Day): boolean => dated.first <= asOf

/** The last update of those up to a day; undefined where there was none yet. */
export const latestUpdate = <U extends { readonly 'as-of': Day }>(
  { updates }: { readonly updates: readonly U[] },
  asOf: Day,
) => updates.findLast((it) => it['as-of'] <= asOf)

/** The index of the latest item up to a day, by date and not by position; -1 where there was none yet. */
export function latestIndex(items: readonly { readonly date: InexactDay }[], asOf: Day): number {
  return items.reduce((best, { date }, index) => {
    if (!hasHappenedBy(date, asOf)) return best
    return best === -1 || date.last > items[best]!.date.last ? index : best
  }, -1)
}

/** The latest assessment of a partnership up to a day; undefined where there was none yet. */
export const latestAssessment = <A extends { readonly date: InexactDay }>(
  { assessments }: { readonly assessments: readonly A[] },
  asOf: Day,
): A | undefined => assessments[latestIndex(assessments, asOf)]
