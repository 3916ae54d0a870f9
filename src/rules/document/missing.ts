import { defineDocumentRule } from '../document-rule.js'

export const missing = defineDocumentRule({
  code: 'document/missing',
  severity: 'warning',
  summary: 'A document that policy asks for is not in the register.',
  why: 'What is not on file when it is needed was never agreed.',
  remedy:
    'Add it under `documents` (in the partner’s own file where the partner holds it), or say why it is not applicable.',
  appliesTo: (duty) => duty.state === 'missing' && !duty.unsure && duty.document?.status !== 'not-applicable',
  hint: ({ type, organisation }) =>
    `add it under documents with type: ${type}${organisation === undefined ? '' : ` in ${organisation.file}`}, or say why it is not applicable`,
})
