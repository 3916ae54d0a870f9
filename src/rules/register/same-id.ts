import { atKey } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const sameId = defineRule({
  code: 'register/same-id',
  severity: 'error',
  summary: 'Two files have one id.',
  source: 'A record’s id is its file’s name, in whatever folder',
  why: 'A reference to the id could mean either.',
  remedy: 'Rename one of the files.',
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
            hint: 'rename one of the two files',
            related: [{ at: atKey(earlier, 'name'), message: 'the other one' }],
          }
      }
    }
  },
})
