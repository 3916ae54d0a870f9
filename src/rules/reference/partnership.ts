import { referenceRule } from './reference-rule.js'

export const partnership = referenceRule({
  kind: 'partnership',
  severity: 'error',
  summary: 'A partnership is named that the register does not have.',
  source: 'Every reference must lead to a record',
  why: 'A part without its whole is counted twice or not at all.',
  remedy: 'Correct the id, or add the partnership’s file.',
  wrong: (id) => `"${id}" is not a partnership of this register`,
  otherwise: () => 'the id of a partnership is its file’s name without the ending',
})
