import { defineReaderRule } from '../rule.js'

export const tooDeep = defineReaderRule({
  code: 'syntax/too-deep',
  severity: 'error',
  summary: 'Values are nested more than 60 deep.',
  source: 'This tool’s format: plain data that every editor and reader understands alike',
  why: 'No field needs this; files like it are made to exhaust programs.',
  remedy: 'Look for a run of brackets or dashes that should not be there.',
})
