import { defineReaderRule } from '../rule.js'

export const anchor = defineReaderRule({
  code: 'syntax/anchor',
  severity: 'error',
  summary: 'A value carries an anchor.',
  source: 'This tool’s format: plain data that every editor and reader understands alike',
  why: 'A value that is repeated from elsewhere changes in places that nobody looks at, and a few lines can expand to gigabytes.',
  remedy: 'Take the anchor out and write values out.',
})
