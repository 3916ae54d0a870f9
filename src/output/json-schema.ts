import * as z from 'zod'
import { fieldMeta } from '../model/field.js'
import type { RecordKind } from '../model/record-kinds.js'
import { RECORD_SCHEMAS } from '../model/record-schemas.js'

/** The JSON Schema of a kind of record, as editors use it: labels, help, examples, and numbers that are numbers. */
export function jsonSchema(name: RecordKind): object {
  const schema = z.toJSONSchema(RECORD_SCHEMAS[name].schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const meta = fieldMeta.get(zodSchema as unknown as z.ZodType)
      if (meta !== undefined) {
        Object.assign(
          jsonSchema,
          meta.json,
          { title: meta.label, description: meta.help },
          meta.example === undefined ? {} : { examples: [meta.example] },
        )
        if ('enum' in meta.json) delete jsonSchema.type
      }
      if (jsonSchema.type === 'object' && jsonSchema.additionalProperties === false)
        jsonSchema.patternProperties = { '^x-': {} }
      if (jsonSchema.default !== undefined) delete jsonSchema.default
    },
  })
  return { ...schema, title: `A ${name} file of a register of partnerships` }
}
