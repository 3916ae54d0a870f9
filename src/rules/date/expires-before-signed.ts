import { at } from '../../model/place.js'
import { defineRecordRule } from '../rule.js'

export const expiresBeforeSigned = defineRecordRule({
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
