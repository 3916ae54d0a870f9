import { defineReaderRule } from '../rule.js'

export const number = defineReaderRule({
  code: 'schema/number',
  severity: 'error',
  summary: 'A value is not a number, or not in its range.',
  source: 'The catalogue of fields: `partners schema` prints it',
  why: 'A score of 7 on a scale to 5 would put the partnership in the wrong place of the risk map.',
  remedy: 'Write a number in the range that the hint names.',
})
