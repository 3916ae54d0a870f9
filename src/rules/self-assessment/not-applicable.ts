import { defineRule } from '../rule.js'
import { givenAnswers, nameOf } from '../self-assessments.js'

export const notApplicable = defineRule({
  code: 'self-assessment/not-applicable',
  ofPartners: true,
  severity: 'warning',
  summary: 'A question of a self-assessment is said to be not applicable without a reason.',
  source: 'Not applicable, unknown and none are three different answers',
  why: '“n/a” is the easiest way round a question.',
  remedy: 'Write the reason after a comma: `not applicable, we have no staff`.',
  *check(checked) {
    for (const { question, answer, at } of givenAnswers(checked)) {
      if (answer.kind !== 'not-applicable' || answer.detail !== undefined) continue
      yield {
        at,
        key: question.id,
        message: `${nameOf(question)}: said to be not applicable, without a reason`,
        hint: 'write the reason after a comma: not applicable, we have no staff',
      }
    }
  },
})
