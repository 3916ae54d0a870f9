import type { InexactDay } from '../../model/day.js'
import { by } from '../../model/order.js'

const byDay = by<{ readonly date: InexactDay }>((it) => it.date.last)

/** Dated entries, the latest first; those of one day in the order of the register. */
export const latestFirst = <T extends { readonly date: InexactDay }>(entries: readonly T[]): T[] =>
  entries.toSorted((a, b) => byDay(b, a))
