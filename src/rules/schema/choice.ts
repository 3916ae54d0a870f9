import { defineReaderRule } from '../rule.js'

export const choice = defineReaderRule({
  code: 'schema/choice',
  severity: 'error',
  summary: 'A value is not one of the allowed ones.',
  source: 'Allowed values: the field’s entry in `partners schema`',
  why: 'Counting and policy work by these values; another spelling would be a group of its own.',
  remedy: 'Write one of the values that the hint lists.',
})
