import type { Day } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { flag, maybe, text } from '../view-parts.js'
import { rowFrom } from './row-from.js'

/** An exception from a rule, and whether it has expired. */
export const exceptionShape = { rule: text, about: maybe, reason: text, by: text, until: text, over: flag }

export const exceptionRow = (it: Partnership['exceptions'][number], asOf: Day) => ({
  ...rowFrom(it, 'rule', 'about', 'reason', 'by', 'until'),
  over: it.until.last < asOf,
})
