import { atKey } from '../../model/place.js'
import { defineRegisterRule } from '../rule.js'

export const sameId = defineRegisterRule({
  code: 'register/same-id',
  severity: 'error',
  summary: 'Two files have the same id.',
  source: 'A record’s id is the name of its file, whatever the folder',
  why: 'A reference to the id could mean either.',
  remedy: 'Rename one of the two files.',
  *check({ register }) {
    for (const records of [register.partnerships, register.organisations, register.updates]) {
      const seen = new Map<string, (typeof records)[number]>()
      for (const record of records) {
        const earlier = seen.get(record.id)
        if (earlier === undefined) seen.set(record.id, record)
        else
          yield {
            at: atKey(record, 'name'),
            message: `the id "${record.id}" is also that of ${earlier.file}`,
            related: [{ at: atKey(earlier, 'name'), message: 'the other one' }],
          }
      }
    }
  },
})
