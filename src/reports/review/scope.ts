import { annualValue } from '../../policy/facts.js'
import type { PaperInput } from '../paper.js'
import { wholesOf, type Whole } from '../../model/wholes.js'

/** What the review is built from. */
export interface Scope extends PaperInput {
  /** Partnerships that have not ended with their parts: by tier, then by yearly value, then by name. */
  readonly wholes: readonly Whole[]
}

export function scopeOf(input: PaperInput): Scope {
  const { register, policy } = input
  const rank = ({ partnership }: Whole) => policy.rank(policy.tier(partnership).id)
  const value = ({ partnership }: Whole) => annualValue(partnership) ?? 0
  const wholes = wholesOf(register.partnerships.filter((it) => it.status !== 'ended'))
  return { ...input, wholes: wholes.sort((a, b) => rank(b) - rank(a) || value(b) - value(a)) } // by name already
}
