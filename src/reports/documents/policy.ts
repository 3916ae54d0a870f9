import { formatNames } from '../../model/words.js'
import { describeValidity } from '../../policy/describe-validity.js'
import { mustFirst } from '../rows/completeness.js'
import { section } from '../define-paper.js'
import { maybe, rows, text, texts } from '../view-parts.js'
import { openFacts } from './reason.js'
import type { Needed, Scope } from './scope.js'

const shape = {
  policy: rows({ title: text, why: texts, signedBy: maybe, valid: text, source: maybe }),
}

/** What policy says of each type of document that is certainly required, and what makes it so here. */
export const policyRows = section(shape, ({ policy, sure }: Scope) => {
  const required = (id: string) => sure.filter(({ duty }) => duty.type === id)
  return {
    policy: mustFirst(
      policy.policy.entries('documents').filter(({ id }) => required(id).length > 0),
      ({ data }) => data.basis,
    ).map(({ id, data }) => ({
      title: data.title ?? id,
      why: whyOf(required(id)),
      signedBy: data['signed-by'],
      valid: describeValidity(data),
      source: data.source,
    })),
  }
})

/** A document that is held is required even where what decides it is not known. */
function whyOf(all: readonly Needed[]): string[] {
  const certain = all.filter(({ duty }) => !duty.unsure).flatMap(({ duty }) => duty.reasons)
  const open = openFacts(all.filter(({ duty }) => duty.unsure).flatMap(({ duty }) => duty.reasons))
  return [
    ...new Set(certain),
    ...(open.length === 0 ? [] : [`it is there; whether it must be depends on ${formatNames(open)}`]),
  ]
}
