import { defineReaderRule } from '../rule.js'

export const tab = defineReaderRule({
  code: 'syntax/tab',
  severity: 'error',
  summary: 'A tab indents a line.',
  source: 'YAML 1.2: indentation is spaces',
  why: 'Editors show tabs in different widths, so YAML forbids them in front of keys; the file cannot be read.',
  remedy: 'Indent with two spaces a level.',
})
