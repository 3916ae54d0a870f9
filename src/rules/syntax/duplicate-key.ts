import { defineReaderRule } from '../rule.js'

export const duplicateKey = defineReaderRule({
  code: 'syntax/duplicate-key',
  severity: 'error',
  summary: 'A key is written twice in one place.',
  source: 'This tool’s format: plain data that every editor and reader understands alike',
  why: 'Readers differ in which of the two they take; a corrected value may never be seen.',
  remedy: 'Keep one of the two.',
})
