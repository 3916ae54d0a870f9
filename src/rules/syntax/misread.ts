import { defineRegisterRule } from '../rule.js'
import { spelt } from '../spelt.js'

export const misread = defineRegisterRule({
  code: 'syntax/misread',
  severity: 'info',
  summary: 'A code is written in a way that other programs misread.',
  source: 'YAML readers turn 00123, 5E1, no and 1.10 into something else',
  why: 'A spreadsheet import or another tool would read a different value from the one written here.',
  remedy: 'Put it in quotes.',
  *check({ register }) {
    for (const { at, text } of spelt(register, 'misread'))
      yield {
        at,
        key: text,
        message: `other programs read ${text} as something else`,
        hint: `put it in quotes: "${text}"`,
        fix: { title: 'put it in quotes', safe: true, edits: [{ op: 'quote', path: at.path }] },
      }
  },
})
