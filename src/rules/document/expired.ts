import { defineDocumentRule } from '../document-rule.js'

export const expired = defineDocumentRule({
  code: 'document/expired',
  severity: 'error',
  cause: 'time',
  summary: 'A document that policy asks for has expired.',
  why: 'Documents expire one by one, in silence.',
  remedy: 'Renew it and write the new days.',
  appliesTo: ({ state }) => state === 'expired',
  hint: () => 'renew it, and write the new days',
})
