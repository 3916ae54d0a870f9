import { defineReaderRule } from '../rule.js'

export const day = defineReaderRule({
  code: 'schema/day',
  severity: 'error',
  summary: 'A value is not a day, or a day that does not exist.',
  source: 'Days are written 2019-04-30, or as exactly as they are known',
  why: 'A day that is read wrongly is a review that is never due.',
  remedy: 'Write the day as the hint says; inexact days may stay inexact.',
})
