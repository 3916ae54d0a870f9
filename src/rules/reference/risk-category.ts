import { nearest } from '../../model/nearest.js'
import { at } from '../../model/place.js'
import { isLost } from '../references.js'
import { defineRule } from '../rule.js'

export const riskCategory = defineRule({
  code: 'reference/risk-category',
  severity: 'warning',
  summary: 'A risk has a category that policy does not know.',
  source: 'The risk categories of the policy in force',
  why: 'The risk is missing from the risk map of its category.',
  mend: 'Use a category of the policy, or add one to policy.yaml.',
  *check({ register, policy }) {
    if (isLost(register, 'policy', 'risk-categories')) return
    const known = new Set(policy.policy.entries('risk-categories').map((it) => it.id))
    if (known.size === 0) return
    for (const partnership of register.partnerships) {
      for (const [index, { category }] of partnership.risks.entries()) {
        if (category === undefined || known.has(category)) continue
        yield {
          at: at(partnership, 'risks', index, 'category'),
          key: category,
          message: `"${category}" is not a risk category of this register`,
          hint: `did you mean ${nearest(category, known) ?? [...known].join(', ')}?`,
        }
      }
    }
  },
})
