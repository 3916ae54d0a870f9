import Ajv2020 from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type * as z from 'zod'
import { RECORD_KINDS } from '../../src/model/record-kinds.js'
import { RECORD_SCHEMAS } from '../../src/model/record-schemas.js'
import { keysOf, metaAt, schemaAt, type Schema } from '../../src/model/schema-walk.js'
import { jsonSchema } from '../../src/output/json-schema.js'

/** What stands behind a colon: each field takes some of it, and an editor must not mark any that it takes. */
const SAMPLES = [
  '2',
  '111',
  '1.5',
  '15000',
  '1,000',
  '0',
  '+5',
  'true',
  'false',
  'Trust',
  'two words',
  'a-b',
  'nil',
  'none',
  '2019',
  '2019-04',
  '2019-04-30',
  '2018/19',
  '2019-04/2020-03',
  '2019-04 / 2020-03',
  '04-01',
  'GBP',
  '6 months',
  '1 Year',
  '2  WEEKS',
  '60%',
  '12.5 %',
  '8.6m',
  '£8.6m',
  '30k EUR',
  '8600000',
  'R1A 2BC',
  'G',
  'g',
  'amber/green',
  'Red-Amber',
  'A_G',
  'Europe/London',
  '5 to 6',
  '50%',
  'RXX',
]

type Json = { [key: string]: Json } & { items?: Json; properties?: Record<string, Json>; additionalProperties?: Json }

/** Every field of a kind of record that has a single value, with its part of the JSON Schema. */
function* fields(
  schema: Schema,
  json: Json,
  path: (string | number)[] = [],
): Generator<{ path: string; of: z.ZodType; json: Json; samples: string[] }> {
  const meta = path.length === 0 ? undefined : metaAt(schema, path)
  const of = schemaAt(schema, path)!
  const kind = meta?.kind ?? 'group'
  if (kind === 'list' && json.items) yield* fields(schema, json.items, [...path, 0])
  else if (kind === 'map' && typeof json.additionalProperties === 'object')
    yield* fields(schema, json.additionalProperties, [...path, 'any-key'])
  else if (kind === 'group')
    for (const key of keysOf(of) ?? []) {
      if (json.properties?.[key]) yield* fields(schema, json.properties[key], [...path, key])
    }
  else {
    const own = [meta?.example ?? [], (meta?.json['enum'] as string[] | undefined) ?? []].flat()
    yield { path: path.join('.'), of: of as z.ZodType, json, samples: [...own, ...SAMPLES] }
  }
}

test.each(RECORD_KINDS)('what the reader takes in a %s, its JSON Schema takes', (kind) => {
  const ajv = new Ajv2020.default({ strict: false, validateFormats: false, allowUnionTypes: true })
  const whole = jsonSchema(kind) as Json
  const marked: string[] = []
  let taken = 0
  for (const { path, of, json, samples } of fields(RECORD_SCHEMAS[kind].schema as Schema, whole)) {
    const validate = ajv.compile({ ...json, $defs: whole['$defs'] ?? {} })
    for (const sample of samples) {
      if (!of.safeParse(sample).success) continue
      taken++
      if (!validate(parse(sample))) marked.push(`${path}: ${sample}`)
    }
  }
  expect(taken).toBeGreaterThan(5)
  expect(marked).toEqual([])
})
