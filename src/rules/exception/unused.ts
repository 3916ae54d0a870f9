import { at } from '../../model/place.js'
import { exceptionKey } from '../exceptions.js'
import { defineRule } from '../rule.js'

export const unused = defineRule({
  code: 'exception/unused',
  severity: 'info',
  summary: 'An exception permits nothing that is found.',
  source: 'Exceptions name a rule and what they are about',
  why: 'A stale permission would hide a new fault.',
  remedy: 'Take it out, or correct its rule.',
  last: true,
  *check({ register, asOf, silenced }) {
    for (const record of [...register.partnerships, ...register.organisations, register.settings]) {
      for (const [index, { rule, until }] of record.exceptions.entries()) {
        if (until.last < asOf || silenced?.exceptions.has(exceptionKey(record.file, index))) continue
        if (silenced?.wasLookedAt(rule, record.file) === false) continue
        yield {
          at: at(record, 'exceptions', index, 'rule'),
          key: rule,
          message: `nothing is found that this exception from ${rule} permits`,
          hint: 'take it out, or correct its rule or what it is about',
        }
      }
    }
  },
})
