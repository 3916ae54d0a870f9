import { formatCondition } from '../model/condition.js'
import { formatMonthDay } from '../model/day.js'
import type { Duration } from '../model/duration.js'
import { CADENCES, type Policy } from '../model/policy.js'

/** How long a document is valid that names no end of its own: `24 months; 12 months where data is special category`. */
export function describeValidity(data: Policy['documents'][string]): string {
  const { every, 'year-end': yearEnd } = data
  if (every !== undefined) return `made again every ${every.written}`
  if (yearEnd !== undefined) return `the year to ${formatMonthDay(yearEnd)}, and the next`
  const by = data['valid-by']
  const usual = by === undefined ? formatLength(data.valid) : `as often as its tier asks for a ${CADENCES[by]}`
  const others = data['valid-when'].map(({ when, valid }) => `${formatLength(valid)} where ${formatCondition(when)}`)
  return [usual, ...others].join('; ')
}

const formatLength = (valid: Duration | 'none' | undefined) =>
  valid === undefined || valid === 'none' ? 'its life' : valid.written
