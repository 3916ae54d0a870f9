import { defineDocumentRule } from '../document-rule.js'
import type { Rule } from '../rule.js'
import { notApplicable } from './not-applicable.js'
import { undecided } from './undecided.js'

export const documentRules: readonly Rule[] = [
  defineDocumentRule({
    code: 'document/expired',
    severity: 'error',
    cause: 'time',
    summary: 'A document that policy requires has expired.',
    why: 'Documents expire one by one, and nobody is told.',
    remedy: 'Renew it, and write the new days.',
    appliesTo: ({ state }) => state === 'expired',
  }),
  defineDocumentRule({
    code: 'document/expiring',
    severity: 'warning',
    cause: 'time',
    summary: 'A document that policy requires is about to expire.',
    why: 'Renewing takes longer than people think.',
    remedy: 'Renew it before that day.',
    appliesTo: ({ state }) => state === 'expiring',
  }),
  defineDocumentRule({
    code: 'document/missing',
    severity: 'warning',
    summary: 'A document that policy requires is not in the register.',
    why: 'What is not on file when it is needed was never agreed.',
    remedy:
      'Add it under `documents` (in the partner’s own file where the partner holds it), or say why it is not applicable.',
    appliesTo: (duty) => duty.state === 'missing' && !duty.unsure && duty.document?.status !== 'not-applicable',
    hint: ({ type, organisation }) =>
      `add it under documents with type: ${type}${organisation === undefined ? '' : ` in ${organisation.file}`}, or say why it is not applicable`,
  }),
  defineDocumentRule({
    code: 'document/needed-before-start',
    severity: 'info',
    summary: 'A proposed partnership will need a document before it starts.',
    why: 'What is missing at the start is seldom made up for.',
    remedy: 'Have it ready before the partnership becomes active.',
    // whether an undecided one is required is reported once, by document/undecided
    appliesTo: ({ state, unsure }) => state === 'needed-before-start' && !unsure,
  }),
  notApplicable,
  undecided,
  defineDocumentRule({
    code: 'document/unsigned',
    severity: 'warning',
    summary: 'A document that policy requires is not signed, or a self-assessment not accepted.',
    why: 'A draft counts for nothing in a dispute; and that a form arrived does not make its answers acceptable.',
    remedy:
      'Get it signed and add the day under `signed`. For a self-assessment add `status`, `decided-by` and `decided-on`; where the risks cover every category, have the lead confirm the entry.',
    appliesTo: ({ state, unsure }) => state === 'unsigned' && !unsure,
    hint: ({ form, isProfile }) =>
      form !== undefined
        ? form.status === 'not-accepted'
          ? 'agree with the partner what will be done, and ask for a new one'
          : 'review its answers, and add status (accepted, accepted-with-actions or not-accepted), decided-by and decided-on'
        : isProfile
          ? 'have the lead review the risks, and record it with partners record confirm'
          : 'get it signed, and write the day under signed',
  }),
]
