import { defineReaderRule, type Rule } from '../rule.js'
import { heading } from './heading.js'
import { narrativeName } from './narrative-name.js'

export const updateRules: readonly Rule[] = [
  heading,
  narrativeName,
  // papers come after rules in the order of imports, so their problems are handed in with those of the reader
  defineReaderRule({
    code: 'update/template',
    severity: 'error',
    summary: 'A section of an update cannot be printed by its paper.',
    source: 'Figures in a narrative are helpers over the register; names are those of the Board update’s view model',
    why: 'A misspelt name or an open brace stops the Board paper on the day that it is needed.',
    remedy: 'Correct the name or the braces; `partners report board-update --schema` lists every name.',
  }),
]
