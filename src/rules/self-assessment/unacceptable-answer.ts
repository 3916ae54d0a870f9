import { beyondLimit } from '../answer-limits.js'
import { defineRule } from '../rule.js'

export const unacceptableAnswer = defineRule({
  code: 'self-assessment/unacceptable-answer',
  ofPartners: true,
  severity: 'error',
  summary: 'An answer of a self-assessment is not acceptable.',
  source: 'policy.yaml: self-assessment, error',
  why: 'A partner that says so itself gives the earliest warning that there is.',
  remedy: 'Agree with the partner what is done and by when; until then add a dated exception with a reason.',
  check: (checked) => beyondLimit(checked, 'error'),
})
