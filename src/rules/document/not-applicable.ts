import { at } from '../../model/place.js'
import { defineRecordRule } from '../rule.js'

export const notApplicable = defineRecordRule({
  code: 'document/not-applicable',
  severity: 'warning',
  summary: 'A document is marked as not applicable without a reason.',
  source: 'Not applicable, unknown and none are three different answers',
  why: '“n/a” is the easiest way round a question.',
  remedy: 'Add `reason`.',
  records: ['partnership', 'organisation'],
  *check(record) {
    for (const [index, { type, status, reason }] of record.documents.entries()) {
      if (status === 'not-applicable' && reason === undefined)
        yield {
          at: at(record, 'documents', index, 'status'),
          key: type,
          message: `${type} is marked as not applicable, without a reason`,
        }
    }
  },
})
