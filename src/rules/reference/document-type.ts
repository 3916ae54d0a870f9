import { nearest } from '../../model/nearest.js'
import { at } from '../../model/place.js'
import { isLost } from '../references.js'
import { defineRule } from '../rule.js'

export const documentType = defineRule({
  code: 'reference/document-type',
  severity: 'warning',
  summary: 'A document has a type that policy does not know.',
  source: 'The documents of the policy in force',
  why: 'A document of an unknown type meets no duty.',
  mend: 'Use a type of the policy, or add one to policy.yaml.',
  *check({ register, policy }) {
    if (isLost(register, 'policy', 'documents')) return
    const known = new Set(policy.policy.entries('documents').map((it) => it.id))
    if (known.size === 0) return
    for (const record of [...register.partnerships, ...register.organisations]) {
      for (const [index, { type }] of record.documents.entries()) {
        if (known.has(type)) continue
        const meant = nearest(type, known)
        yield {
          at: at(record, 'documents', index, 'type'),
          key: type,
          message: `"${type}" is not a document that policy knows`,
          hint:
            meant === undefined
              ? 'add it under documents in policy.yaml, or use one of its types'
              : `did you mean ${meant}?`,
        }
      }
    }
  },
})
