import { nearest } from '../../model/nearest.js'
import { at, type Place } from '../../model/place.js'
import type { Register } from '../../model/register.js'
import { ownEntries } from '../own-policy.js'
import { isLost } from '../references.js'
import { defineRule } from '../rule.js'

export const documentType = defineRule({
  code: 'reference/document-type',
  severity: 'warning',
  summary: 'A document is named that policy does not know.',
  source: 'The documents of the policy in force',
  why: 'A document of an unknown type meets no duty.',
  mend: 'Use a type of the policy, or add one to policy.yaml.',
  *check({ register, policy }) {
    if (isLost(register, 'policy', 'documents')) return
    const known = new Set(policy.policy.entries('documents').map((it) => it.id))
    if (known.size === 0) return
    for (const { at: place, type } of named(register)) {
      if (known.has(type)) continue
      const meant = nearest(type, known)
      yield {
        at: place,
        key: type,
        message: `"${type}" is not a document that policy knows`,
        hint:
          meant === undefined
            ? 'add it under documents in policy.yaml, or use one of its types'
            : `did you mean ${meant}?`,
      }
    }
  },
})

/** Every place that names a type of document. */
function* named(register: Register): Iterable<{ at: Place; type: string }> {
  for (const record of [...register.partnerships, ...register.organisations])
    for (const [index, { type }] of record.documents.entries())
      yield { at: at(record, 'documents', index, 'type'), type }
  for (const { file, id, data } of ownEntries(register, 'documents'))
    for (const [index, type] of data['satisfied-by'].entries())
      yield { at: at(file, 'documents', id, 'satisfied-by', index), type }
  for (const { file, id, data } of ownEntries(register, 'self-assessment'))
    if (data.document !== undefined) yield { at: at(file, 'self-assessment', id, 'document'), type: data.document }
}
