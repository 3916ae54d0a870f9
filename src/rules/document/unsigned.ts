import { defineDocumentRule } from '../document-rule.js'

export const unsigned = defineDocumentRule({
  code: 'document/unsigned',
  severity: 'warning',
  summary: 'A document that policy asks for is not signed.',
  why: 'A draft counts for nothing in a dispute.',
  mend: 'Get it signed and add the day under `signed`.',
  speaksOf: ({ state, unsure }) => state === 'unsigned' && !unsure,
  hint: () => 'get it signed, and write the day under signed',
})
