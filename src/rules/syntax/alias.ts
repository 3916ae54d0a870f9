import { defineReaderRule } from '../rule.js'

export const alias = defineReaderRule({
  code: 'syntax/alias',
  severity: 'error',
  summary: 'A value is an alias or a merge key.',
  source: 'This tool’s format: plain data that every editor and reader understands alike',
  why: 'What stands here is written elsewhere; a reader of this line cannot tell what the register holds.',
  remedy: 'Write the value out; put quotes around text that begins with *.',
})
