import { defineDocumentRule } from '../document-rule.js'

export const expiring = defineDocumentRule({
  code: 'document/expiring',
  severity: 'warning',
  cause: 'time',
  summary: 'A document that policy asks for is about to expire.',
  why: 'Renewing takes longer than people think.',
  remedy: 'Renew it before its day.',
  appliesTo: ({ state }) => state === 'expiring',
  hint: () => 'begin to renew it',
})
