import { formatDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const expired = defineRule({
  code: 'exception/expired',
  severity: 'warning',
  cause: 'time',
  summary: 'An exception is past its last day.',
  source: 'Exceptions are dated',
  why: 'A permission that has run out permits nothing; its finding is back.',
  remedy: 'Mend the cause, renew it with a reason, or take it out.',
  *check({ register, asOf }) {
    for (const record of [...register.partnerships, ...register.organisations, register.settings]) {
      for (const [index, { rule, until }] of record.exceptions.entries()) {
        if (until.last < asOf)
          yield {
            at: at(record, 'exceptions', index, 'until'),
            key: `${rule} ${until.last}`,
            message: `the exception from ${rule} ended on ${formatDay(until.last)}`,
            hint: 'mend the cause, renew it with a reason, or take it out',
          }
      }
    }
  },
})
