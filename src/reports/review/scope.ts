import { annualValue } from '../../policy/facts.js'
import type { PaperInput } from '../paper.js'
import { by, byPlace } from '../../model/order.js'
import type { Partnership } from '../../model/partnership.js'
import { runningPartnerships, type HierarchyNode } from '../../model/hierarchy.js'

/** What the review is built from. */
export interface Scope extends PaperInput {
  /** Partnerships that have not ended with their parts: by their place in papers, then by tier, yearly value and name. */
  readonly wholes: readonly HierarchyNode[]
  /** How many of them have a place in papers. */
  readonly placed: 'all' | 'some' | 'none'
  /** Does tier or value rank any of them above another? */
  readonly isRanked: boolean
}

export function scopeOf(input: PaperInput): Scope {
  const { register, policy } = input
  const rank = ({ partnership }: HierarchyNode) => policy.rank(policy.tier(partnership).id)
  const value = ({ partnership }: HierarchyNode) => annualValue(register, partnership) ?? 0
  const running = runningPartnerships(register)
  const byName = by<Partnership>((it) => it.name.toLowerCase())
  const wholeOf = (partnership: Partnership): HierarchyNode => {
    const parts = running.partsOf(partnership).filter((it) => it.parent === partnership.id)
    return { partnership, parts: parts.toSorted(byName).sort(byPlace).map(wholeOf) }
  }
  const wholes = running.wholes.toSorted(byName).map(wholeOf)
  const isPlaced = ({ partnership }: HierarchyNode) => partnership.order !== undefined
  const isRanked = new Set(wholes.map((it) => `${rank(it)} ${value(it)}`)).size > 1
  return {
    ...input,
    placed: wholes.every(isPlaced) ? 'all' : wholes.some(isPlaced) ? 'some' : 'none',
    isRanked,
    // by name already
    wholes: wholes.sort((a, b) => byPlace(a.partnership, b.partnership) || rank(b) - rank(a) || value(b) - value(a)),
  }
}
