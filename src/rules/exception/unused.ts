import { at } from '../../model/place.js'
import { exceptionKey } from '../exceptions.js'
import { defineRunRule } from '../rule.js'

export const unused = defineRunRule({
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
