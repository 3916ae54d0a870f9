import { defineReaderRule } from '../rule.js'

export const comma = defineReaderRule({
  code: 'syntax/comma',
  severity: 'error',
  summary: 'Inside { } a comma ended a value.',
  source: 'YAML 1.2: in flow style a comma ends a plain value',
  why: '`{amount: 8,600,000}` is an amount of 8 pounds and two empty keys.',
  remedy: 'Put the value in quotes, or write each key on a line of its own.',
})
