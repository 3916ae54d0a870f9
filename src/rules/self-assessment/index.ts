import { beyondLimit } from '../answer-limits.js'
import { definePartnersRule, type Rule } from '../rule.js'
import { decidedByNobody } from './decided-by-nobody.js'
import { notApplicable } from './not-applicable.js'
import { notEvidenced } from './not-evidenced.js'
import { unanswered } from './unanswered.js'
import { unknownQuestion } from './unknown-question.js'
import { wrongAnswer } from './wrong-answer.js'

export const selfAssessmentRules: readonly Rule[] = [
  decidedByNobody,
  notApplicable,
  notEvidenced,
  definePartnersRule({
    code: 'self-assessment/poor-answer',
    severity: 'warning',
    summary: 'An answer of a self-assessment is a concern.',
    source: 'policy.yaml: self-assessment, warning',
    why: 'If nobody reads the forms, partners stop taking care over them.',
    remedy: 'Talk to the partner about it, and record the outcome.',
    check: (checked) => beyondLimit(checked, 'warning'),
  }),
  definePartnersRule({
    code: 'self-assessment/unacceptable-answer',
    severity: 'error',
    summary: 'An answer of a self-assessment is not acceptable.',
    source: 'policy.yaml: self-assessment, error',
    why: 'There is no earlier warning than a partner that says so itself.',
    remedy: 'Agree with the partner what will be done and by when; until then add a dated exception with a reason.',
    check: (checked) => beyondLimit(checked, 'error'),
  }),
  unanswered,
  unknownQuestion,
  wrongAnswer,
]
