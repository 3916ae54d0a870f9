import { defineReaderRule, type Rule } from '../rule.js'

/** Rules cannot import papers, so problems of papers are passed on with those of the reader. */
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
