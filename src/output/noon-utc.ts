import type { Day } from '../model/day.js'

/** A day for libraries that print the date of a moment in UTC. */
export function noonUtc(day: Day): Date {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, date, 12))
}
