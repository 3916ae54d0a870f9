import { formatDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { defineRecordRule } from '../rule.js'

export const expired = defineRecordRule({
  code: 'exception/expired',
  severity: 'warning',
  cause: 'time',
  summary: 'An exception is past its last day.',
  source: 'Exceptions are dated',
  why: 'An exception that has expired permits nothing, so its finding is back.',
  remedy: 'Fix the cause, renew the exception with a reason, or remove it.',
  records: ['partnership', 'organisation', 'register'],
  *check(record, { asOf }) {
    for (const [index, { rule, until }] of record.exceptions.entries()) {
      if (until.last < asOf)
        yield {
          at: at(record, 'exceptions', index, 'until'),
          key: `${rule} ${until.last}`,
          message: `the exception from ${rule} ended on ${formatDay(until.last)}`,
        }
    }
  },
})
