import { at } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const lowered = defineRule({
  code: 'tier/lowered',
  severity: 'error',
  summary: 'A tier is lowered without reason, approver or last day.',
  source: 'A tier is raised freely; lowered only with reason, approver and end',
  why: 'A lower tier means fewer checks: somebody must answer for it.',
  mend: 'Add `reason`, `by` and `until`.',
  *check({ register, policy }) {
    for (const partnership of register.partnerships) {
      const { tier } = partnership
      const missing = (['reason', 'by', 'until'] as const).filter((key) => tier?.[key] === undefined)
      if (
        tier === undefined ||
        missing.length === 0 ||
        policy.rank(tier.at) === -1 ||
        policy.tier(partnership).id === tier.at
      )
        continue
      yield {
        at: at(partnership, 'tier'),
        message: `the tier is lowered to ${tier.at} without ${missing.join(', ')}, so it stays ${policy.tier(partnership).id}`,
        hint: `add ${missing.join(', ')}`,
        because: policy.tier(partnership).because,
      }
    }
  },
})
