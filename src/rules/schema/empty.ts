import { defineReaderRule } from '../rule.js'

export const empty = defineReaderRule({
  code: 'schema/empty',
  severity: 'error',
  summary: 'A key has no value.',
  source: 'Not stated, unknown, none and not applicable are different answers',
  why: 'An empty key may mean any of them; a reader would have to guess.',
  remedy: 'Write the value, take the key out, or list it under unknown with the reason.',
})
