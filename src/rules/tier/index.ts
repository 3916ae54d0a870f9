import { at } from '../../model/place.js'
import { definePartnershipRule, type Rule } from '../rule.js'
import { inMessage } from '../../model/words.js'

export const tierRules: readonly Rule[] = [
  definePartnershipRule({
    code: 'tier/lowered',
    severity: 'error',
    summary: 'A tier is lowered without reason, approver or last day.',
    source: 'A tier is raised freely; lowered only with reason, approver and end',
    why: 'A lower tier means fewer checks: somebody must be accountable for it.',
    remedy: 'Add `reason`, `by` and `until`.',
    *check(partnership, { policy }) {
      const { tier } = partnership
      const missing = (['reason', 'by', 'until'] as const).filter((key) => tier?.[key] === undefined)
      if (
        tier === undefined ||
        missing.length === 0 ||
        policy.rank(tier.at) === -1 ||
        policy.tier(partnership).id === tier.at
      )
        return
      yield {
        at: at(partnership, 'tier'),
        message: `the tier is lowered to ${tier.at} without ${inMessage(missing, ', ')}, so it stays ${policy.tier(partnership).id}`,
        hint: `add ${inMessage(missing, ', ')}`,
        because: policy.tier(partnership).because,
      }
    },
  }),
]
