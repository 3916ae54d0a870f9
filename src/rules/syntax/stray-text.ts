import { defineReaderRule } from '../rule.js'

export const strayText = defineReaderRule({
  code: 'syntax/stray-text',
  severity: 'error',
  summary: 'Text of a markdown record stands before its first ## heading.',
  source: 'Sections of a markdown record fill its fields by their headings',
  why: 'It belongs to no section, so no paper would print it, and nothing in it would be checked.',
  remedy:
    'Put it below a heading, or take it out. A comment (<!-- … -->), and a # title that repeats the name, may stand there.',
})
