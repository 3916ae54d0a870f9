import { defineReaderRule } from '../rule.js'

export const tooLarge = defineReaderRule({
  code: 'file/too-large',
  severity: 'error',
  summary: 'A file is over 5 MB.',
  source: 'A record has some dozens of lines',
  why: 'Attachments make a register slow for everybody, and git keeps them for ever.',
  remedy: 'Keep attachments elsewhere and link to them.',
})
