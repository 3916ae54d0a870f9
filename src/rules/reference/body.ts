import { referenceRule } from './reference-rule.js'

export const body = referenceRule({
  kind: 'body',
  severity: 'error',
  summary: 'A board or committee is named that is not described.',
  source: 'Bodies are listed in register.yaml or in the partnership',
  why: 'Who reports to whom cannot be drawn.',
  remedy: 'Correct the id, or add the body.',
  wrong: (id) => `"${id}" is not a body of this register`,
  otherwise: () => 'describe it under bodies',
})
