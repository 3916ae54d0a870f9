import type * as z from 'zod'
import { fieldMeta } from '../src/model/field.js'
import type { RecordKind } from '../src/model/record-kinds.js'
import { RECORD_SCHEMAS } from '../src/model/record-schemas.js'
import { isRequired, keysOf, schemaAt, unwrap, type Schema } from '../src/model/schema-walk.js'

/** What a terminal, a log of CI or a reader could be led astray by: escapes, C1, direction, what is not seen, line ends. */
export const HOSTILE =
  'x\u001B[31mred\u001B]0;t\u0007 \u202Eevil\u2066 \u009B2J \u200Bz\uFEFF\u2028\r::error::a\n::warning::b'

/** What none of it may be shown as. Only a mark of UTF-8 at the beginning and line ends of Windows are some formats' own. */
// oxlint-disable-next-line no-control-regex -- these are what must not be there
const RAW = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/
const COMMAND = /^\s*::(?:error|warning)::/m

/** The raw characters and commands of CI in what a command wrote, with what stands around them. */
export function rawIn(text: string): string | undefined {
  const own = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const at = RAW.exec(own)?.index ?? COMMAND.exec(own)?.index
  return at === undefined ? undefined : JSON.stringify(own.slice(Math.max(0, at - 60), at + 40))
}

/** A record as YAML that says any character by its number, as JSON may. */
export const asYaml = (value: unknown): string =>
  JSON.stringify(value).replace(/[^\u0020-\u007E]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Records of a kind in which fields that are written as one value are hostile, and the rest is right. */
interface HostileRecords {
  /** One with all fields that take any text. */
  readonly taken: object
  /** One for each field that does not. */
  readonly refused: readonly object[]
}

export function hostileRecords(kind: RecordKind): HostileRecords {
  const { schema } = RECORD_SCHEMAS[kind]
  const refused: object[] = []
  let taken = rightMap(schema) as object
  for (const path of leavesOf(schema)) {
    const record = withHostile(schema, rightMap(schema), path) as object
    if (schema.safeParse(structuredClone(record)).success) taken = withHostile(schema, taken, path) as object
    else refused.push(record)
  }
  return { taken, refused }
}

/** Paths of fields with one value; `*` is an item of a list, or a key that may be any. */
function* leavesOf(schema: Schema, path: readonly string[] = []): Iterable<readonly string[]> {
  const { element, valueType } = definition(schema)
  const keys = keysOf(unwrap(schema))
  if (path.length > 6) return
  if (element ?? valueType) yield* leavesOf((element ?? valueType)!, [...path, '*'])
  else if (keys !== undefined) for (const key of keys) yield* leavesOf(schemaAt(schema, [key])!, [...path, key])
  else yield path
}

/** A value in which the field of a path is hostile, in an item of its own of a list. */
function withHostile(schema: Schema, value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return HOSTILE
  const { element, valueType } = definition(schema)
  if (element !== undefined) return [...(value as unknown[]), withHostile(element, right(element), rest)]
  if (valueType !== undefined) {
    const free = rest.length === 0 ? HOSTILE : `x${Object.keys(value as object).length}`
    return { ...(value as object), [free]: withHostile(valueType, right(valueType), rest) }
  }
  const inner = schemaAt(schema, [key])!
  const there = (value as Record<string, unknown>)[key]
  return { ...(value as object), [key]: withHostile(inner, there ?? right(inner), rest) }
}

const definition = (schema: Schema) => unwrap(schema)._zod.def as unknown as { element?: Schema; valueType?: Schema }

/** A value as the field wants it; of a map only what must be there. */
function right(schema: Schema): unknown {
  const { element, valueType } = definition(schema)
  if (element !== undefined) return []
  if (valueType !== undefined) return {}
  if (keysOf(unwrap(schema)) !== undefined) return rightMap(schema)
  const { kind = 'text', json = {} } = fieldMeta.get(schema as z.ZodType) ?? {}
  return (json['enum'] as string[] | undefined)?.[0] ?? RIGHT[kind] ?? 'x'
}

const rightMap = (schema: Schema) =>
  Object.fromEntries(
    keysOf(unwrap(schema))!
      .filter((key) => isRequired(unwrap(schema), key))
      .map((key) => [key, right(schemaAt(schema, [key])!)]),
  )

const RIGHT: Record<string, string | undefined> = {
  day: '2019-01-31',
  duration: '1 year',
  money: '1m',
  number: '1',
  share: '5%',
  flag: 'true',
}
