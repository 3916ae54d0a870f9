import { becauseOf } from '../../policy/because.js'
import { defineRule } from '../rule.js'
import { answered, reasonsFor, nameOf } from '../self-assessments.js'

export const unanswered = defineRule({
  code: 'self-assessment/unanswered',
  ofPartners: true,
  severity: 'warning',
  summary: 'A question of a self-assessment is left without an answer.',
  source: 'policy.yaml: self-assessment',
  why: 'The question that is left out is the one that is worth asking about.',
  remedy: 'Ask the partner; “not applicable” needs a reason.',
  *check(checked) {
    for (const { organisation, answers, placeOf } of answered(checked)) {
      for (const question of checked.policy.policy.entries('self-assessment')) {
        const asked = reasonsFor(checked, question.data.when, organisation)
        if (asked === undefined || Object.hasOwn(answers, question.id)) continue
        yield {
          at: placeOf(question.id),
          key: question.id,
          message: `${nameOf(question)}: there is no answer`,
          hint: 'ask for it; or write not applicable, and the reason after a comma',
          because: [becauseOf(question.id, asked, question.data.why, question.at)],
        }
      }
    }
  },
})
