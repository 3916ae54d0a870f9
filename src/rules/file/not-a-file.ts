import { defineReaderRule } from '../rule.js'

export const notAFile = defineReaderRule({
  code: 'file/not-a-file',
  severity: 'error',
  summary: 'Something that is not a regular file is named like a record.',
  source: 'One record a file',
  why: 'It cannot be read as a record.',
  remedy: 'Rename it, or move what is in it.',
})
