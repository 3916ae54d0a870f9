import { referenceRule } from './reference-rule.js'

export const role = referenceRule({
  kind: 'role',
  severity: 'error',
  summary: 'A role is named that register.yaml does not list.',
  source: 'Roles, not people: register.yaml lists them with their aliases',
  why: 'A misspelt or renamed role gets no reminder, and its load is not counted.',
  remedy: 'Use the title or an alias from register.yaml, or add the role there.',
  wrong: (name) => `"${name}" is not a role of this register`,
  otherwise: () => 'add it under roles in register.yaml; write roles, not people’s names',
})
