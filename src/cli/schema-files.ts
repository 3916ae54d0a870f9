import { jsonText } from '../model/clean.js'
import { RECORD_KINDS } from '../model/record-kinds.js'
import { jsonSchema } from '../output/json-schema.js'

/** Where a register keeps the JSON Schemas that editors read without a network. */
export const SCHEMAS = 'schemas'

/** The JSON Schema of each kind of record, by its path in a register. */
export const schemaFiles = (): Record<string, string> =>
  Object.fromEntries(RECORD_KINDS.map((it) => [`${SCHEMAS}/${it}.schema.json`, jsonText(jsonSchema(it))]))
