import { defineDocumentRule } from '../document-rule.js'

export const neededBeforeStart = defineDocumentRule({
  code: 'document/needed-before-start',
  severity: 'info',
  summary: 'A proposed partnership will need a document before it starts.',
  why: 'What is missing at the start is seldom made up for.',
  remedy: 'Have it ready before the partnership becomes active.',
  appliesTo: ({ state, unsure }) => state === 'needed-before-start' && !unsure, // what is open is told as such, once
  hint: () => 'have it ready before the partnership becomes active',
})
