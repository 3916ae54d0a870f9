import * as fc from 'fast-check'
import type * as z from 'zod'
import { fieldMeta } from '../../src/model/field.js'
import type { RecordKind } from '../../src/model/record-kinds.js'
import { RECORD_SCHEMAS } from '../../src/model/record-schemas.js'
import { isRequired, keysOf, schemaAt, unwrap, type Schema } from '../../src/model/schema-walk.js'
import { pieces } from './pieces.js'
import { writeRandomly, type Written } from './random-plain-layout.js'

/** Texts for fields of every kind; a field gets those that it accepts. */
const TEXTS = pieces(String.raw`
  Director¦Chief Operating Officer¦omhp¦mind-2¦agreement¦review/overdue¦a.b¦oxford_health¦04-01¦
  1¦12¦1,200¦1e5¦0x1F¦00123¦yes¦no¦true¦false¦on¦12:30¦3.5¦none¦6 months¦1 year¦90 Days¦R¦R/A¦red-amber¦Amber Red¦ag¦
  2023-04-01¦2023-04¦2023¦2018/19¦2019-05/2019-06¦1/4/2023¦31.12.2022¦25-12-2020¦
  8.6m¦£5m¦€1.5m¦$90k¦8,600,000¦£12,345.67¦2.7bn¦60%¦12.5 %¦100%¦
  it's here¦say "so"¦a, b and c¦Ward 7 (south)¦http://a.org/b#c¦S:\\Shared¦a:b¦C#1¦- dash¦…¦
  Größe¦cafe\u0301¦no—dash¦“quoted”¦it’s¦a & b¦*star¦[x]¦{y}¦# hash¦50% up¦a\u2003b¦
  They meet each month, and report to the board: twice a year in full. What they spend is in the annual accounts.¦
  first paragraph of it\nwith a second line\n\nsecond paragraph¦
  to do:\n- one\n- two\n\n    indented\n\nend # no comment¦all of it on one line that is longer than others`)

/** Conditions, which only their own schema reads. */
const CONDITIONS: readonly Written[] = [
  { kind: 'contract' },
  { kind: ['contract', 'network'] },
  { any: [{ care: 'true' }, { not: { kind: 'informal' } }] },
  { has: 'lead' },
]

/** What a field may have; undefined where nothing here fits it. */
function valueOf(schema: Schema, depth: number): fc.Arbitrary<Written> | undefined {
  const inner = unwrap(schema)
  const { element, valueType } = inner._zod.def as unknown as { element?: Schema; valueType?: Schema }
  if (keysOf(inner) !== undefined) return mapOf(inner, depth)
  if (element !== undefined) {
    const item = valueOf(element, depth + 1)
    const minLength = keysOf(unwrap(element)) === undefined ? 0 : 1 // nobody writes [] for those
    return item && fc.array(item, { minLength, maxLength: 3 })
  }
  if (valueType !== undefined) {
    const value = valueOf(valueType, depth + 1)
    const key = fc.constantFrom(
      'lead',
      'value.amount',
      'risks[1]',
      'review/overdue',
      '10',
      '9',
      'constructor',
      'null',
      'X',
    )
    return value && fc.dictionary(key, value, { minKeys: 1, maxKeys: 3, noNullPrototype: true })
  }
  const fitting = accepted(inner)
  return fitting.length === 0 ? undefined : fc.constantFrom(...fitting)
}

function accepted(schema: Schema): readonly Written[] {
  let fitting = known.get(schema)
  if (fitting === undefined) {
    const { json, example } = fieldMeta.get(schema as z.ZodType) ?? {}
    const own = [...((json?.['enum'] as string[] | undefined) ?? []), ...(example === undefined ? [] : [example])]
    const isText = (schema._zod.def as { type: string }).type === 'string'
    const all: readonly Written[] = isText ? [...own, ...TEXTS] : CONDITIONS
    fitting = all.filter((it) => (schema as z.ZodType).safeParse(it).success)
    known.set(schema, fitting)
  }
  return fitting
}
const known = new Map<Schema, readonly Written[]>()

/** The keys that a map must have and some others, in any order. */
function mapOf(schema: Schema, depth: number): fc.Arbitrary<Written> {
  const keys = keysOf(schema)!
  const needed = keys.filter((key) => isRequired(schema, key))
  const others = keys.filter((key) => !needed.includes(key))
  const most = Math.min(depth === 0 ? 8 : depth < 3 ? 3 : 1, others.length)
  return fc
    .shuffledSubarray(others, { minLength: needed.length > 0 ? 0 : 1, maxLength: most })
    .chain((chosen) => fc.shuffledSubarray([...needed, ...chosen], { minLength: needed.length + chosen.length }))
    .chain((chosen) => {
      const fields = chosen.flatMap((key) => {
        const value = depth > 5 && !needed.includes(key) ? undefined : valueOf(schemaAt(schema, [key])!, depth + 1)
        return value === undefined ? [] : [value.map((it) => [key, it] as const)]
      })
      return fc.tuple(...fields).map((entries): Written => Object.fromEntries(entries))
    })
}

/** A record of a kind, as somebody may have written it plainly. */
export const randomRecord = (kind: RecordKind): fc.Arbitrary<string> =>
  fc
    .tuple(
      mapOf(unwrap(RECORD_SCHEMAS[kind].schema), 0),
      fc.array(fc.nat(99), { minLength: 20, maxLength: 400, size: 'max' }),
    )
    .map(([record, choices]) => {
      // its version is that of the register, whatever other numbers the field accepts
      const written = typeof record === 'object' && 'schema' in record ? { ...record, schema: '1' } : record
      return writeRandomly(written as { readonly [key: string]: Written }, choices)
    })
