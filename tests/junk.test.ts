import * as fc from 'fast-check'
import type * as z from 'zod'
import { describe, expect, test } from 'vitest'
import { fieldMeta } from '../src/model/field.js'
import { readRecord } from '../src/model/read-record.js'
import { RECORD_KINDS } from '../src/model/record-kinds.js'
import { RECORD_SCHEMAS } from '../src/model/record-schemas.js'
import { keysOf, schemaAt, unwrap, type Schema } from '../src/model/schema-walk.js'

const word = fc.constantFrom(
  'x',
  '',
  '1',
  '-1',
  '1 year',
  'none',
  'kind',
  '2026-02-31',
  '1m',
  'true',
  'a b',
  '\u0000',
  '*a',
)
const junk = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, word, fc.array(tie('value'), { maxLength: 2 }), tie('map')),
  map: fc.dictionary(
    fc.oneof(word, fc.constantFrom('any', 'not', 'care', 'at-least', '__proto__', '<<')),
    tie('value'),
    {
      maxKeys: 2,
    },
  ),
})).value

/** A single value as the field wants it. */
function right(schema: Schema): string {
  const { kind = 'text', json = {} } = fieldMeta.get(schema as z.ZodType) ?? {}
  const values = json['enum'] as string[] | undefined
  return values?.[0] ?? RIGHT[kind] ?? 'x'
}

const RIGHT: Record<string, string | undefined> = {
  day: '2026-01-31',
  duration: '1 year',
  money: '1m',
  number: '1',
  share: '5%',
  flag: 'true',
}

/** A value that is mostly of the shape which a schema wants, with junk in all the places where junk may stand. */
function nearly(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const { element, valueType } = unwrap(schema)._zod.def as unknown as { element?: Schema; valueType?: Schema }
  const keys = keysOf(unwrap(schema))
  const rightly =
    depth > 5
      ? word
      : element !== undefined
        ? fc.array(nearly(element, depth + 1), { maxLength: 3 })
        : valueType !== undefined
          ? fc.dictionary(word, nearly(valueType, depth + 1), { maxKeys: 3 })
          : keys !== undefined
            ? mapWith(schema, keys, depth)
            : fc.constant(right(schema))
  return fc.oneof({ arbitrary: rightly, weight: 12 }, { arbitrary: junk, weight: 1 })
}

/** About half of its keys, and one that it does not have. */
const mapWith = (schema: Schema, keys: readonly string[], depth: number) =>
  fc
    .subarray([...keys, 'whn', 'x-own'])
    .chain((chosen) =>
      fc
        .tuple(...chosen.map((key) => nearly(schemaAt(schema, [key]) ?? schema, depth + 1)))
        .map((values) => Object.fromEntries(chosen.map((key, index) => [key, values[index]]))),
    )

describe('whatever stands in a record, it is told, and the rest is read', () => {
  test.each(RECORD_KINDS)('%s', (kind) => {
    const { schema } = RECORD_SCHEMAS[kind]
    fc.assert(
      fc.property(nearly(schema), (content) => {
        const bytes = new TextEncoder().encode(JSON.stringify(content)) // JSON is YAML
        const read = readRecord({ file: `${kind}.yaml`, bytes, kind }, { explain: () => [] })
        if (read === 'needs-explaining') throw new Error('it was handed an explainer')
        expect(read.isWhole || read.problems.length > 0).toBe(true)
        for (const { message } of read.problems) expect(message).not.toMatch(/undefined|\[object/)
      }),
      { numRuns: 100 },
    )
  })
})
