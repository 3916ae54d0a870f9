import { defineReaderRule } from '../rule.js'

export const encoding = defineReaderRule({
  code: 'syntax/encoding',
  severity: 'error',
  summary: 'The file is not UTF-8.',
  source: 'This tool’s format: plain data that every editor and reader understands alike',
  why: 'Letters such as £ and é would come out as something else in a Board paper.',
  remedy: 'Save the file as UTF-8.',
})
