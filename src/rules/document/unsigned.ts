import { defineDocumentRule } from '../document-rule.js'

export const unsigned = defineDocumentRule({
  code: 'document/unsigned',
  severity: 'warning',
  summary: 'A document that policy asks for is not signed, or a self-assessment not accepted.',
  why: 'A draft counts for nothing in a dispute; and that a form came says nothing of what it says.',
  remedy:
    'Get it signed and add the day under `signed`. Of a self-assessment write `status`, `decided-by` and `decided-on`; where the risks answer every category, have the lead confirm the entry.',
  appliesTo: ({ state, unsure }) => state === 'unsigned' && !unsure,
  hint: ({ form, isProfile }) =>
    form !== undefined
      ? form.status === 'not-accepted'
        ? 'agree with the partner what is done, and ask for a new one'
        : 'look at its answers, and write status (accepted, accepted-with-actions or not-accepted), decided-by and decided-on'
      : isProfile
        ? 'have the lead look at the risks, and record it with partners record confirm'
        : 'get it signed, and write the day under signed',
})
