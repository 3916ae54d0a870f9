import { referenceRule } from './reference-rule.js'

export const riskCategory = referenceRule({
  kind: 'risk-category',
  severity: 'warning',
  summary: 'A risk has a category that policy does not know.',
  source: 'The risk categories of the policy in force',
  why: 'The risk is missing from the risk map of its category.',
  remedy: 'Use a category of the policy, or add one to policy.yaml.',
  wrong: (category) => `"${category}" is not a risk category of this register`,
  otherwise: (_, categories) => `categories: ${categories.join(', ')}`,
  mayBeEmpty: true,
})
