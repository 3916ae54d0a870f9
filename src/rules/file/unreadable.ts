import { defineReaderRule } from '../rule.js'

export const unreadable = defineReaderRule({
  code: 'file/unreadable',
  severity: 'error',
  summary: 'A file may not be read.',
  source: 'The whole register is checked, or the result is not true',
  why: 'A record that is left out makes totals too small without anybody seeing it.',
  mend: 'Look at the permissions of the file.',
})
