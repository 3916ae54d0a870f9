import { becauseOf } from '../../policy/because.js'
import { definePartnersRule } from '../rule.js'
import { latestAnswers, reasonsFor, nameOf } from '../self-assessments.js'

export const unanswered = definePartnersRule({
  code: 'self-assessment/unanswered',
  severity: 'warning',
  summary: 'A question of a self-assessment has no answer.',
  source: 'policy.yaml: self-assessment',
  why: 'The question that is left out is the one worth asking about.',
  remedy: 'Ask for the answer; or write not applicable, and the reason after a comma.',
  *check(checked) {
    for (const organisation of checked.register.organisations) {
      const { answers, placeOf } = latestAnswers(organisation, checked.asOf)
      if (Object.keys(answers).length === 0) continue
      for (const question of checked.policy.policy.entries('self-assessment')) {
        const reasons = reasonsFor(checked, question.data.when, organisation)
        if (reasons === undefined || Object.hasOwn(answers, question.id)) continue
        yield {
          at: placeOf(question.id),
          key: question.id,
          message: `${nameOf(question)}: there is no answer`,
          because: [becauseOf(question.id, reasons, question.data.why, question.at)],
        }
      }
    }
  },
})
