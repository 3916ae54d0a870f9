import { at } from '../../model/place.js'
import { isLost } from '../references.js'
import { defineRule } from '../rule.js'

export const tier = defineRule({
  code: 'reference/tier',
  severity: 'error',
  summary: 'A tier is named that policy does not have.',
  source: 'The tiers of the policy in force',
  why: 'An override to a tier that does not exist is not an override.',
  mend: 'Use one of the tiers.',
  *check({ register, policy }) {
    if (isLost(register, 'policy', 'tiers')) return
    for (const partnership of register.partnerships) {
      const { tier } = partnership
      if (tier === undefined || policy.rank(tier.at) !== -1) continue
      yield {
        at: at(partnership, 'tier', 'at'),
        message: `"${tier.at}" is not a tier`,
        hint: `tiers: ${policy.policy
          .entries('tiers')
          .map((it) => it.id)
          .join(', ')}`,
      }
    }
  },
})
