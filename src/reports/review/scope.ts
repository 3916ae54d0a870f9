import { annualValue } from '../../policy/facts.js'
import type { PaperInput } from '../paper.js'
import { wholesOf, type Whole } from '../../model/wholes.js'

/** What the review is built from. */
export interface Scope extends PaperInput {
  /** Partnerships that have not ended with their parts: by tier, then by yearly value, then by name. */
  readonly wholes: readonly Whole[]
  /** Does tier or value put any of them before another? */
  readonly isRanked: boolean
}

export function scopeOf(input: PaperInput): Scope {
  const { register, policy } = input
  const rank = ({ partnership }: Whole) => policy.rank(policy.tier(partnership).id)
  const value = ({ partnership }: Whole) => annualValue(register, partnership) ?? 0
  const wholes = wholesOf(register.partnerships.filter((it) => it.status !== 'ended'))
  const isRanked = new Set(wholes.map((it) => `${rank(it)} ${value(it)}`)).size > 1
  return { ...input, isRanked, wholes: wholes.sort((a, b) => rank(b) - rank(a) || value(b) - value(a)) } // by name already
}
