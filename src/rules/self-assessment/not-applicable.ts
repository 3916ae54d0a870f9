import { defineRecordRule } from '../rule.js'
import { answersOf, nameOf } from '../self-assessments.js'

export const notApplicable = defineRecordRule({
  code: 'self-assessment/not-applicable',
  severity: 'warning',
  summary: 'A question of a self-assessment is answered as not applicable without a reason.',
  source: 'Not applicable, unknown and none are three different answers',
  why: '“n/a” is the easiest way round a question.',
  remedy: 'Write the reason after a comma: `not applicable, we have no staff`.',
  records: ['organisation'],
  *check(organisation, checked) {
    for (const { question, answer, at } of answersOf(organisation, checked)) {
      if (answer.kind !== 'not-applicable' || answer.detail !== undefined) continue
      yield {
        at,
        key: question.id,
        message: `${nameOf(question)}: answered as not applicable, without a reason`,
      }
    }
  },
})
