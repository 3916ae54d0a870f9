import { defineReaderRule } from '../rule.js'

export const yaml = defineReaderRule({
  code: 'syntax/yaml',
  severity: 'error',
  summary: 'The file is not well-formed YAML.',
  source: 'This tool’s format: plain data that every editor and reader understands alike',
  why: 'A file that cannot be parsed is in no check and in no paper; papers refuse to be made until it is mended.',
  remedy:
    'Look at the place and the line above it: a missing colon, quote or space, or an indent that does not line up.',
})
