import { defineReaderRule } from '../rule.js'

export const lookAlike = defineReaderRule({
  code: 'syntax/look-alike',
  severity: 'warning',
  summary: 'A character looks like another one: a no-break space, a curly quote, a full-width colon.',
  source: 'YAML 1.2 knows plain spaces, colons and straight quotes alone',
  why: 'It is read here as it was meant where that is certain; other programs read another value.',
  remedy: 'Write the plain character; in a word processor, switch off the replacing of quotes and spaces.',
})
