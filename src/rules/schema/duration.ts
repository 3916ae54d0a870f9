import { defineReaderRule } from '../rule.js'

export const duration = defineReaderRule({
  code: 'schema/duration',
  severity: 'error',
  summary: 'A value is not a length of time.',
  source: 'Lengths are written 6 months, 60 days, 2 years',
  why: 'A notice of “6” could be days or months.',
  remedy: 'Write a number and its unit.',
})
