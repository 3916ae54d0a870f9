import { defineReaderRule } from '../rule.js'

export const unreadable = defineReaderRule({
  code: 'file/unreadable',
  severity: 'error',
  summary: 'A file or folder cannot be read.',
  source: 'The whole register is checked, or the result is not true',
  why: 'A record that is left out makes totals too small without anybody seeing it.',
  remedy:
    'Look at its permissions. A folder that is a repository of its own is read where it is checked out, not at a revision.',
})
