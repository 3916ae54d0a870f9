import { formatDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { exceptionKey } from '../exceptions.js'
import { type Rule, defineRecordRule, defineRunRule } from '../rule.js'

const expired = defineRecordRule({
  code: 'exception/expired',
  severity: 'warning',
  cause: 'time',
  summary: 'An exception is past its last day.',
  source: 'Exceptions are dated',
  why: 'An exception that has expired permits nothing; its finding is back.',
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

const unused = defineRunRule({
  code: 'exception/unused',
  severity: 'info',
  summary: 'An exception permits nothing that is found.',
  source: 'Exceptions name a rule and what they are about',
  why: 'An exception that is no longer needed would hide a new fault.',
  remedy: 'Remove it, or correct its `rule` or `about`.',
  *check({ register, asOf }, { exceptions, wasLookedAt }) {
    for (const record of [...register.partnerships, ...register.organisations, register.settings]) {
      for (const [index, { rule, until }] of record.exceptions.entries()) {
        if (until.last < asOf || exceptions.has(exceptionKey(record.file, index))) continue
        if (!wasLookedAt(rule, record.file)) continue
        yield {
          at: at(record, 'exceptions', index, 'rule'),
          key: rule,
          message: `this exception from ${rule} permits nothing that is found`,
        }
      }
    }
  },
})

export const exceptionRules: readonly Rule[] = [expired, unused]
