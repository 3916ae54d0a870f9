import { formatForce } from '../../model/grounds.js'
import { describeValidity } from '../../policy/describe-validity.js'
import { mustFirst } from '../rows/completeness.js'
import { section } from '../define-paper.js'
import { maybe, rows, text } from '../view-parts.js'
import type { Scope } from './scope.js'

const shape = { policy: rows({ title: text, force: text, signedBy: maybe, valid: text, source: maybe }) }

/** What policy says of each type of document that is needed, or may be. */
export const policyRows = section(shape, ({ policy, once }: Scope) => {
  const types = new Set(once.map((it) => it.duty.type))
  return {
    policy: mustFirst(
      policy.policy.entries('documents').filter(({ id }) => types.has(id)),
      ({ data }) => data.basis,
    ).map(({ id, data }) => ({
      title: data.title ?? id,
      force: formatForce(data.basis),
      signedBy: data['signed-by'],
      valid: describeValidity(data),
      source: [data.source, data.why].filter((it) => it !== undefined).join('; ') || undefined,
    })),
  }
})
