import { at } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const notApplicable = defineRule({
  code: 'document/not-applicable',
  severity: 'warning',
  summary: 'A document is said to be not applicable without a reason.',
  source: 'Not applicable, unknown and none are three different answers',
  why: '“n/a” is the easiest way round a question.',
  remedy: 'Add `reason`.',
  *check({ register }) {
    for (const record of [...register.partnerships, ...register.organisations]) {
      for (const [index, { type, status, reason }] of record.documents.entries()) {
        if (status === 'not-applicable' && reason === undefined)
          yield {
            at: at(record, 'documents', index, 'status'),
            key: type,
            message: `${type} is said to be not applicable, without a reason`,
            hint: 'add reason: …',
          }
      }
    }
  },
})
