import { defineReaderRule } from '../rule.js'

export const commentInValue = defineReaderRule({
  code: 'syntax/comment-in-value',
  severity: 'info',
  summary: 'A number behind a # is read as a comment.',
  source: 'YAML 1.2: a # behind a space begins a comment',
  why: '`name: Ward #1` is a ward without its number.',
  remedy: 'Put the value in quotes. A comment that begins with a number needs a space after its #.',
})
