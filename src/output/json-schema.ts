import * as z from 'zod'
import { fieldMeta, type FieldMeta } from '../model/field.js'
import { type RecordKind, RECORD_KINDS } from '../model/record-kinds.js'
import { RECORD_SCHEMAS } from '../model/record-schemas.js'
import { inAnyCase } from '../model/words.js'
import { jsonText } from '../model/clean.js'

/** What a field takes, in the types of YAML: `version: 2` is a text to the register, and a number to an editor. */
function asAccepted({ kind, json }: FieldMeta): Record<string, unknown> {
  switch (kind) {
    case 'text':
    case 'code':
      return { ...json, type: ['string', 'number', 'boolean'] }
    case 'number':
      return { ...json, type: ['integer', 'string'], pattern: '^\\s*[-+]?\\d[\\d,]*\\s*$' }
    case 'flag':
      return { type: ['boolean', 'string'], pattern: '^(true|false)$' }
    case 'grade':
      return { anyOf: [json, { type: 'string', pattern: `^${BETWEEN}${GRADE}(${BETWEEN}${GRADE})?${BETWEEN}$` }] }
    default:
      return json
  }
}

const BETWEEN = '[\\s/_-]*'
const GRADE = `(${['Red', 'Amber', 'Green'].map((it) => `${inAnyCase(it[0]!)}(${inAnyCase(it.slice(1))})?`).join('|')})`

/** The JSON Schema of a kind of record for editors, with labels, help and examples. */
export function jsonSchema(name: RecordKind): object {
  const schema = z.toJSONSchema(RECORD_SCHEMAS[name].schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const meta = fieldMeta.get(zodSchema as unknown as z.ZodType)
      if (meta !== undefined) {
        Object.assign(
          jsonSchema,
          asAccepted(meta),
          { title: meta.label, description: meta.help },
          meta.example === undefined ? {} : { examples: [meta.example] },
        )
        if ('enum' in meta.json) delete jsonSchema.type
        if (meta.kind === 'grade') delete jsonSchema.enum
      }
      if (jsonSchema.type === 'object' && jsonSchema.additionalProperties === false)
        jsonSchema.patternProperties = { '^x-': {} }
      if (jsonSchema.default !== undefined) delete jsonSchema.default
    },
  })
  return { ...schema, title: `A ${name} file of a register of partnerships` }
}

/** The folder of a register with the JSON Schemas, which editors read without a network. */
export const SCHEMAS = 'schemas'

/** The JSON Schema of each kind of record, by its path in a register. */
export const schemaFiles = (): Record<string, string> =>
  Object.fromEntries(RECORD_KINDS.map((it) => [`${SCHEMAS}/${it}.schema.json`, jsonText(jsonSchema(it))]))

/** The JSON Schema of a paper's view model. */
export const viewSchema = (view: z.ZodType): object => z.toJSONSchema(view)
