import type { Day, InexactDay } from './day.js'
import type { Partnership } from './partnership.js'
import type { Register } from './register.js'
import type { Update } from './update.js'

/** Does something with this date exist by a day? An inexact day counts from its first day. */
export const hasHappenedBy = (dated: InexactDay, asOf: Day): boolean => dated.first <= asOf

/** The last update of those up to a day; undefined where there was none yet. */
export const latestUpdate = ({ updates }: Register, asOf: Day): Update | undefined =>
  updates.findLast((it) => it['as-of'] <= asOf)

/** The index of the latest item up to a day, by date and not by position; -1 where there was none yet. */
export function latestIndex(items: readonly { readonly date: InexactDay }[], asOf: Day): number {
  return items.reduce((best, { date }, index) => {
    if (!hasHappenedBy(date, asOf)) return best
    return best === -1 || date.last > items[best]!.date.last ? index : best
  }, -1)
}

/** The latest assessment of a partnership up to a day; undefined where there was none yet. */
export const latestAssessment = (
  { assessments }: Pick<Partnership, 'assessments'>,
  asOf: Day,
): Partnership['assessments'][number] | undefined => assessments[latestIndex(assessments, asOf)]
