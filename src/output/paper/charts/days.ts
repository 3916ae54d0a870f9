import { addDays, daysBetween, endOfMonth, isDay, MONTHS, type Day } from '../../../model/day.js'

/** A stretch of time as numbers of days, the last one in it. */
export interface Stretch {
  readonly first: number
  readonly last: number
}

const NAMES = MONTHS.map((it) => `${it}|${it.slice(0, 3)}`).join('|')
/** A day, a month, two months of a year, a financial year or a year, as papers and registers write them. */
const WRITTEN = new RegExp(
  `(?<iso>\\d{4}-\\d\\d(?:-\\d\\d)?)|(?:(?<date>\\d{1,2}) )?\\b(?<month>${NAMES})(?: to (?<until>${NAMES}))? (?<year>\\d{4})|\\b(?<financial>\\d{4}/\\d\\d)\\b|\\b(?<plain>(?:19|20)\\d\\d)\\b`,
  'g',
)

/** No date is longer, with what is said of it; a longer text is not searched. */
const LONGEST = 200

/** From the first to the last day that a text names; undefined where it names none. */
export function stretchOf(text: string): Stretch | undefined {
  if (text.length > LONGEST) return undefined
  const found = [...text.matchAll(WRITTEN)].flatMap(({ groups }) => daysOf(groups!) ?? [])
  if (found.length === 0) return undefined
  const numbers = found.map(numberOf)
  return { first: Math.min(...numbers), last: Math.max(...numbers) }
}

type Groups = Readonly<Record<string, string | undefined>>

function daysOf({ iso, date, month, until, year, financial, plain }: Groups): Day[] | undefined {
  if (plain !== undefined) return [`${plain}-01-01`, `${plain}-12-31`]
  if (financial !== undefined) {
    const first = `${financial.slice(0, 4)}-04-01`
    return [first, addDays(`${Number(financial.slice(0, 4)) + 1}-04-01`, -1)]
  }
  if (iso !== undefined) return iso.length === 7 ? wholeMonth(iso) : real(iso)
  const first = `${year}-${numberOfMonth(month!)}`
  if (date !== undefined) return real(`${first}-${date.padStart(2, '0')}`)
  return [
    ...(wholeMonth(first) ?? []),
    ...(until === undefined ? [] : (wholeMonth(`${year}-${numberOfMonth(until)}`) ?? [])),
  ]
}

const numberOfMonth = (name: string) => String(MONTHS.findIndex((it) => it.startsWith(name)) + 1).padStart(2, '0')

const real = (day: Day) => (isDay(day) ? [day] : undefined)
const wholeMonth = (month: string) => (isDay(`${month}-01`) ? [`${month}-01`, endOfMonth(`${month}-01`)] : undefined)

const numberOf = (day: Day) => daysBetween('2000-01-01', day)

/** The first day of a year as a number. */
export const startOfYear = (year: number): number => numberOf(`${String(year).padStart(4, '0')}-01-01`)

/** The year of a day that is given as a number. */
export const yearOf = (number: number): number => Number(addDays('2000-01-01', number).slice(0, 4))

/** The first days of months from one to another, each with its name. */
export function monthsFrom(first: number, last: number): { readonly at: number; readonly name: string }[] {
  const months: { at: number; name: string }[] = []
  for (let day = `${addDays('2000-01-01', first).slice(0, 7)}-01`; ; day = addDays(endOfMonth(day), 1)) {
    const at = numberOf(day)
    if (at > last) return months
    const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
    months.push({
      at,
      name:
        month === 1 || months.length === 0
          ? `${MONTHS[month - 1]!.slice(0, 3)} ${year}`
          : MONTHS[month - 1]!.slice(0, 3),
    })
  }
}
