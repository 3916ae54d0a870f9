import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventClass, ICalEventTransparency } from 'ical-generator'
import { clean } from '../model/clean.js'
import { addDays, type Day } from '../model/day.js'
import { noonUtc } from './noon-utc.js'

/** An all-day entry of a calendar. */
interface CalendarEntry {
  /** The same in every run, so that a calendar moves the entry instead of adding another. */
  readonly uid: string
  readonly day: Day
  readonly title: string
  readonly text: string
  readonly categories: readonly string[]
  /** Hidden from others who share the calendar. */
  readonly isConfidential: boolean
}

/** How many days ahead a calendar reminds of an entry. */
const REMINDERS = [14, 1]
const SECONDS_OF_DAY = 86_400

/**
 * A calendar of all-day entries (RFC 5545) with reminders. The same entries and day give the same bytes, as the time
 * stamp is the day of the answer, and not that of the clock.
 */
export function calendar(name: string, entries: readonly CalendarEntry[], asOf: Day): string {
  const feed = ical({ name: clean(name), prodId: { company: 'partners', product: 'due', language: 'EN' } })
  feed.method(ICalCalendarMethod.PUBLISH)
  for (const { uid, day, title, text, categories, isConfidential } of entries) {
    const event = feed.createEvent({
      id: uid,
      start: noonUtc(day),
      end: noonUtc(addDays(day, 1)),
      allDay: true,
      stamp: noonUtc(asOf),
      summary: clean(title),
      description: clean(text, { lines: true }),
      categories: categories.map((it) => ({ name: clean(it) })),
      ...(isConfidential && { class: ICalEventClass.CONFIDENTIAL }),
      transparency: ICalEventTransparency.TRANSPARENT, // nobody is busy all day with it
    })
    for (const days of REMINDERS)
      event.createAlarm({ type: ICalAlarmType.display, trigger: days * SECONDS_OF_DAY, description: clean(title) })
  }
  return `${feed.toString().trimEnd()}\r\n`
}
