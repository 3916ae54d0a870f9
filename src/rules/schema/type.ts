import { defineReaderRule } from '../rule.js'

export const type = defineReaderRule({
  code: 'schema/type',
  severity: 'error',
  summary: 'A value does not have the shape of its field.',
  source: 'The catalogue of fields: `partners schema` prints it',
  why: 'A value of another shape is left out of checks and papers.',
  remedy: 'Write it as the hint shows.',
})
