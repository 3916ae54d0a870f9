import { defineReaderRule } from '../rule.js'

export const tag = defineReaderRule({
  code: 'syntax/tag',
  severity: 'error',
  summary: 'A value carries a YAML tag.',
  source: 'This tool’s format: plain data that every editor and reader understands alike',
  why: 'Each field knows its own type; a tag would make other programs read the value differently.',
  remedy: 'Take the tag out.',
})
