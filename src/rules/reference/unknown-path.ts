import type { Path } from '../../document/node.js'
import { didYouMean } from '../../model/did-you-mean.js'
import { atKey } from '../../model/place.js'
import { kindOf, RECORD_SCHEMAS } from '../../model/record-schemas.js'
import { keysOf, schemaAt } from '../../model/schema-walk.js'
import { defineRecordRule } from '../rule.js'

export const unknownPath = defineRecordRule({
  code: 'reference/unknown-path',
  severity: 'warning',
  summary: '`unknown` lists a path that is not a field.',
  source: '`unknown` lists paths of fields, each with the reason',
  why: 'With a misspelt path the field looks forgotten, and its reason is shown nowhere.',
  remedy: 'Write the name of the field, as in `sponsor` or `value.direction`.',
  records: ['register', 'partnership', 'organisation'],
  *check(record) {
    const { schema } = RECORD_SCHEMAS[kindOf(record.file)!]
    for (const path of Object.keys(record.unknown)) {
      const keys = keysIn(path)
      const wrong = keys.findIndex((_, index) => schemaAt(schema, keys.slice(0, index + 1)) === undefined)
      if (wrong === -1) continue
      const names = keysOf(schemaAt(schema, keys.slice(0, wrong))) ?? []
      yield {
        at: atKey(record, 'unknown', path),
        key: path,
        message: `"${path}" is not a field of this record`,
        hint: didYouMean(
          String(keys[wrong]),
          names.filter((it) => it !== 'unknown'),
        ),
      }
    }
  },
})

/** `risks[workforce].owner` as keys; whichever item of a list is meant, all have the same fields. */
const keysIn = (path: string): Path =>
  path.split('.').flatMap((step) => {
    const [, name, item] = /^([^[]*)(\[.*\])?$/.exec(step) ?? [undefined, step, undefined]
    return item === undefined ? [name!] : [name!, 0]
  })
