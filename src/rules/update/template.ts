import { defineReaderRule } from '../rule.js'

// papers stand after rules in the order of imports: what they find is handed in with the reader's problems
export const template = defineReaderRule({
  code: 'update/template',
  severity: 'error',
  summary: 'A section of an update is no template that its paper could print.',
  source: 'Figures in a narrative are helpers over the register; names are those of the Board update’s view model',
  why: 'A misspelt name or an open brace stops the Board paper on the day that it is needed.',
  remedy: 'Mend the name or the braces; `partners report board-update --schema` tells every name.',
})
