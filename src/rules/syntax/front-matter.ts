import { defineReaderRule } from '../rule.js'

export const frontMatter = defineReaderRule({
  code: 'syntax/front-matter',
  severity: 'error',
  summary: 'A markdown record has no front matter.',
  source: 'Markdown records keep their data between two --- lines',
  why: 'Without it the file has text but no fields.',
  remedy: 'Begin the file with a line ---, the keys, and a second line ---.',
})
