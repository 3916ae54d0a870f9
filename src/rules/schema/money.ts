import { defineReaderRule } from '../rule.js'

export const money = defineReaderRule({
  code: 'schema/money',
  severity: 'error',
  summary: 'A value is not an amount of money.',
  source: 'Money is an amount, with its basis and what it is for in fields of their own',
  why: '“up to £2m” cannot be added up: it is a ceiling, not a sum.',
  remedy: 'Write the amount as a number and its words as basis and per.',
})
