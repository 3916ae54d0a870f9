import { at } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const expiresBeforeSigned = defineRule({
  code: 'date/expires-before-signed',
  severity: 'error',
  summary: 'A document expires before it was signed.',
  source: 'Plain reckoning',
  why: 'One of the two days is wrong, and so is what is told of the document.',
  remedy: 'Correct one of the two days.',
  *check({ register }) {
    for (const record of [...register.partnerships, ...register.organisations]) {
      for (const [index, { signed, expires }] of record.documents.entries()) {
        if (signed === undefined || expires === undefined || expires === 'none' || expires.last >= signed.first)
          continue
        yield {
          at: at(record, 'documents', index, 'expires'),
          message: `it expires (${expires.written}) before it was signed (${signed.written})`,
          hint: 'correct one of the two',
          related: [{ at: at(record, 'documents', index, 'signed'), message: 'when it was signed' }],
        }
      }
    }
  },
})
