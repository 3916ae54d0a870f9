import { defineReaderRule } from '../rule.js'

export const controlCharacter = defineReaderRule({
  code: 'syntax/control-character',
  severity: 'warning',
  summary: 'A control character or a direction override is hidden in the text.',
  source: 'This tool’s format: plain data that every editor and reader understands alike',
  why: 'Such characters can hide or reorder what a reader sees, on a terminal and in a pull request.',
  remedy: 'Delete it; it often comes with text pasted from a PDF.',
})
