import type { Path } from '../../document/node.js'
import { exactly, formatDay, formatInexactDay, type InexactDay } from '../../model/day.js'
import { fieldValues } from '../../model/field-values.js'
import { hasHappenedBy } from '../../model/latest.js'
import { at } from '../../model/place.js'
import { isHeldReview, type QualityReview } from '../../model/quality-review.js'
import { kindOf, RECORD_SCHEMAS } from '../../model/record-schemas.js'
import { childOf } from '../../model/schema-walk.js'
import { defineRecordRule } from '../rule.js'

export const future = defineRecordRule({
  code: 'date/future',
  severity: 'error',
  summary: 'A review, assessment, self-assessment, signature or something else already done is dated in the future.',
  source: 'What has been done has a day in the past',
  why: 'Nobody knows yet whether it will happen; until then it does not count.',
  remedy: 'Correct the day; plan what is to come as `next-review`, an action or a milestone.',
  records: ['partnership', 'organisation'],
  *check(record, { asOf }) {
    for (const { path, value, meta } of fieldValues(RECORD_SCHEMAS[kindOf(record.file)!].schema, record, 'past')) {
      const day = typeof value === 'string' ? exactly(value) : (value as InexactDay)
      if (hasHappenedBy(day, asOf) || isPlanned(path.slice(0, 2).reduce(childOf, record as unknown), path)) continue
      yield {
        at: at(record, ...path),
        key: day.first,
        message: `${meta.past} of ${formatInexactDay(day)} is in the future as of ${formatDay(asOf)}`,
      }
    }
  },
})

/** The period of a peer quality review that is not yet held is when it is planned for. */
const isPlanned = (item: unknown, [list, , key]: Path) =>
  list === 'quality-reviews' && key === 'period' && !isHeldReview(item as QualityReview)
