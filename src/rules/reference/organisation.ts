import { referenceRule } from './reference-rule.js'

export const organisation = referenceRule({
  kind: 'organisation',
  severity: 'error',
  summary: 'An organisation is named that the register does not have.',
  source: 'Every reference must lead to a record',
  why: 'What runs through an organisation cannot be counted when its id leads nowhere.',
  remedy: 'Correct the id, or add a file in organisations/.',
  wrong: (id) => `"${id}" is not an organisation of this register`,
  otherwise: (id) => `add organisations/${id}.yaml with its name and kind`,
  meant: (id) => `${id} (organisations/${id}.yaml)`,
})
