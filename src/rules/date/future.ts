import type { Path } from '../../document/node.js'
import { exactly, formatDay, formatInexactDay, type InexactDay } from '../../model/day.js'
import { fieldValues } from '../../model/field-values.js'
import { hasHappenedBy } from '../../model/latest.js'
import { at } from '../../model/place.js'
import { isHeldReview, type QualityReview } from '../../model/quality-review.js'
import { kindOf, RECORD_SCHEMAS } from '../../model/record-schemas.js'
import { childOf } from '../../model/schema-walk.js'
import { defineRule } from '../rule.js'

export const future = defineRule({
  code: 'date/future',
  severity: 'error',
  summary:
    'A review, assessment, self-assessment, signature or another day on which something was done lies in the future.',
  source: 'A record of what was held cannot be ahead of the day',
  why: 'Of what is dated ahead nobody knows whether it will be; until then it counts as not there.',
  remedy:
    'Correct the day; write a day that is set for the next review as `next-review`, and plan others as actions or milestones.',
  *check({ register, asOf }) {
    for (const record of [...register.partnerships, ...register.organisations])
      for (const { path, value, meta } of fieldValues(RECORD_SCHEMAS[kindOf(record.file)!].schema, record, 'past')) {
        const day = typeof value === 'string' ? exactly(value) : (value as InexactDay)
        if (hasHappenedBy(day, asOf) || isPlanned(path.slice(0, 2).reduce(childOf, record as unknown), path)) continue
        yield {
          at: at(record, ...path),
          key: day.first,
          message: `${meta.past} of ${formatInexactDay(day)} is in the future as of ${formatDay(asOf)}`,
          hint: 'correct the day; plan what is to come as next-review, an action or a milestone',
        }
      }
  },
})

/** The period of a peer quality review that is not yet held is when it is planned for. */
const isPlanned = (item: unknown, [list, , key]: Path) =>
  list === 'quality-reviews' && key === 'period' && !isHeldReview(item as QualityReview)
