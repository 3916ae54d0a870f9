import { defineReaderRule } from '../rule.js'

export const severalDocuments = defineReaderRule({
  code: 'syntax/several-documents',
  severity: 'error',
  summary: 'A file holds more than one YAML document.',
  source: 'One record a file; its name is its id',
  why: 'Only the first would be read, so the rest would be lost in silence.',
  remedy: 'Move what follows the --- into a file of its own.',
})
