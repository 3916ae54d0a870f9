import { defineReaderRule } from '../rule.js'

export const unknownKey = defineReaderRule({
  code: 'schema/unknown-key',
  severity: 'error',
  summary: 'A key is not one of the record’s fields.',
  source: 'The catalogue of fields: `partners schema` prints it',
  why: 'A misspelt key is a value that nobody reads: `expries: 2024-01-31` never expires.',
  remedy: 'Use the field’s name; a key of your own begins with x-.',
})
