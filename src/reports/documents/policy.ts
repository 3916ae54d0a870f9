import { formatCondition } from '../../model/condition.js'
import type { Duration } from '../../model/duration.js'
import type { Policy } from '../../model/policy.js'
import { formatForce } from '../../model/grounds.js'
import { CADENCES } from '../../model/policy.js'
import { mustFirst } from '../rows/completeness.js'
import { formatMonthDay } from '../../model/day.js'
import { section } from '../define-paper.js'
import { maybe, rows, text } from '../view-parts.js'
import type { Scope } from './scope.js'

const shape = { policy: rows({ title: text, force: text, signedBy: maybe, valid: text, source: maybe }) }

/** What policy says of each type of document that is needed, or may be. */
export const policyRows = section(shape, ({ policy, once }: Scope) => {
  const types = new Set(once.map((it) => it.duty.type))
  return {
    policy: mustFirst(
      policy.policy.entries('documents').filter(({ id }) => types.has(id)),
      ({ data }) => data.basis,
    ).map(({ id, data }) => ({
      title: data.title ?? id,
      force: formatForce(data.basis),
      signedBy: data['signed-by'],
      valid: describeValidity(data),
      source: [data.source, data.why].filter((it) => it !== undefined).join('; ') || undefined,
    })),
  }
})

/** How long a document is valid that names no end of its own: `24 months; 12 months where data is special category`. */
function describeValidity(data: Policy['documents'][string]): string {
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
