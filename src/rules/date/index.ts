import type { Path } from '../../document/node.js'
import { exactly, formatDay, formatInexactDay, type InexactDay, hasHappenedBy } from '../../model/day.js'
import { fieldValues } from '../../model/field-values.js'
import { at } from '../../model/place.js'
import { isHeldReview, type QualityReview } from '../../model/quality-review.js'
import { kindOf, RECORD_SCHEMAS } from '../../model/record-schemas.js'
import { childOf } from '../../model/schema-walk.js'
import { type Rule, definePartnershipRule, defineRecordRule } from '../rule.js'

const endBeforeStart = definePartnershipRule({
  code: 'date/end-before-start',
  severity: 'error',
  summary: 'The end is before the start.',
  source: 'Simple arithmetic',
  why: 'Terms and yearly values come out wrong.',
  remedy: 'Correct one of the two days.',
  *check(partnership) {
    const { start, end } = partnership
    if (start === undefined || end === undefined || end === 'none' || end.last >= start.first) return
    yield {
      at: at(partnership, 'end'),
      message: `the end (${end.written}) is before the start (${start.written})`,
      related: [{ at: at(partnership, 'start'), message: 'the start' }],
    }
  },
})

const expiresBeforeSigned = defineRecordRule({
  code: 'date/expires-before-signed',
  severity: 'error',
  summary: 'A document expires before it was signed.',
  source: 'Simple arithmetic',
  why: 'One of the two days is wrong, and so is the state reported for the document.',
  remedy: 'Correct one of the two days.',
  records: ['partnership', 'organisation'],
  *check(record) {
    for (const [index, { signed, expires }] of record.documents.entries()) {
      if (signed === undefined || expires === undefined || expires === 'none' || expires.last >= signed.first) continue
      yield {
        at: at(record, 'documents', index, 'expires'),
        message: `it expires (${expires.written}) before it was signed (${signed.written})`,
        related: [{ at: at(record, 'documents', index, 'signed'), message: 'when it was signed' }],
      }
    }
  },
})

const future = defineRecordRule({
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

export const dateRules: readonly Rule[] = [endBeforeStart, expiresBeforeSigned, future]
