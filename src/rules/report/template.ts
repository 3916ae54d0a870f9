import { defineReaderRule } from '../rule.js'

// papers stand after rules in the order of imports: what they find is handed in with the reader's problems
export const template = defineReaderRule({
  code: 'report/template',
  severity: 'error',
  summary: 'A template of the register’s own is none that its paper could print.',
  source: 'templates/PAPER.md.hbs and templates/partials/ stand in for what comes with the tool',
  why: 'A misspelt name or an open brace stops the paper on the day that it is needed.',
  remedy: 'Mend the name or the braces; `partners report PAPER --schema` tells every name.',
})
