import { defineReaderRule } from '../rule.js'

export const id = defineReaderRule({
  code: 'schema/id',
  severity: 'error',
  summary: 'An id is not made of small letters, digits and hyphens.',
  source: 'Ids are file names and references, on every kind of computer',
  why: 'Capitals, spaces and accents differ between systems, and links break.',
  mend: 'Rename the file or entry as the hint says.',
})
