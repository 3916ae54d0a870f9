import { defineReaderRule, type Rule } from '../rule.js'

/** Papers come after rules in the order of imports, so their problems are handed in with those of the reader. */
export const reportRules: readonly Rule[] = [
  defineReaderRule({
    code: 'report/template',
    severity: 'error',
    summary: 'A template of the register’s own cannot be printed by its paper.',
    source: 'templates/PAPER.md.hbs and templates/partials/ replace what comes with the tool',
    why: 'A misspelt name or an open brace stops the paper on the day that it is needed.',
    remedy: 'Correct the name or the braces; `partners report PAPER --schema` lists every name.',
  }),
]
