import { defineReaderRule } from '../rule.js'

export const empty = defineReaderRule({
  code: 'syntax/empty',
  severity: 'error',
  summary: 'The file holds no keys.',
  source: 'This tool’s format: plain data that every editor and reader understands alike',
  why: 'An empty record has an id and no content: references to it would mean nothing.',
  remedy: 'Begin with name: …, or delete the file.',
})
