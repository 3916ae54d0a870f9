import { defineReaderRule } from '../rule.js'

export const missing = defineReaderRule({
  code: 'schema/missing',
  severity: 'error',
  summary: 'A compulsory value is missing.',
  source: 'The catalogue of fields: `partners schema` prints it',
  why: 'The record cannot be named, counted or compared without it.',
  remedy: 'Write it.',
})
