import { beyondLimit } from '../answer-limits.js'
import { defineRule } from '../rule.js'

export const poorAnswer = defineRule({
  code: 'self-assessment/poor-answer',
  ofPartners: true,
  severity: 'warning',
  summary: 'An answer of a self-assessment is a concern.',
  source: 'policy.yaml: self-assessment, warning',
  why: 'Forms that nobody reads teach partners that nobody reads them.',
  remedy: 'Talk about it with the partner, and write down what comes of it.',
  check: (checked) => beyondLimit(checked, 'warning'),
})
