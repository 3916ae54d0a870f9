import { addDuration, type Day } from '../model/day.js'
import type { Duration } from '../model/duration.js'
import type { Partnership } from '../model/partnership.js'

/** Is it in force, and so has to be in order? Proposed partnerships are not yet, ended ones no longer. */
export function isRunning({ status }: Partnership): boolean {
  return status === 'active' || status === 'under-review' || status === 'ending'
}

/** Is a duty so late that it is an error? */
export function isLapsed(due: Day, after: Duration, asOf: Day): boolean {
  return addDuration(due, after) < asOf
}
