import { referenceRule } from './reference-rule.js'

export const directorate = referenceRule({
  kind: 'directorate',
  severity: 'error',
  summary: 'A directorate is named that register.yaml does not list.',
  source: 'Directorates are listed in register.yaml',
  why: 'The partnership would be missing from its directorate’s list.',
  remedy: 'Use the id or name from register.yaml.',
  wrong: (name) => `"${name}" is not a directorate of this register`,
  otherwise: () => 'add it under directorates in register.yaml',
})
