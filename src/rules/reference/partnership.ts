import { nearest } from '../../model/nearest.js'
import { idsOf, partnershipReferences } from '../references.js'
import { defineRule } from '../rule.js'

export const partnership = defineRule({
  code: 'reference/partnership',
  severity: 'error',
  summary: 'A partnership is named that the register does not have.',
  source: 'Every reference must lead to a record',
  why: 'A part without its whole is counted twice or not at all.',
  mend: 'Correct the id, or add the partnership’s file.',
  *check({ register }) {
    const known = idsOf(register, 'partnership')
    for (const { at, id } of partnershipReferences(register)) {
      if (known.has(id)) continue
      const meant = nearest(id, known)
      yield {
        at,
        key: id,
        message: `"${id}" is not a partnership of this register`,
        hint:
          meant === undefined
            ? `the id of a partnership is its file’s name without the ending`
            : `did you mean ${meant}?`,
      }
    }
  },
})
