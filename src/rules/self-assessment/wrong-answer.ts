import { defineRecordRule } from '../rule.js'
import { answersOf, nameOf } from '../self-assessments.js'

export const wrongAnswer = defineRecordRule({
  code: 'self-assessment/wrong-answer',
  severity: 'error',
  summary: 'An answer of a self-assessment is not of the type that its question requires.',
  source: 'policy.yaml: self-assessment, answer',
  why: 'What cannot be read as a number, a day or a choice is not measured against any limit.',
  remedy: 'Write an answer of the type that the question requires; remarks follow after a comma.',
  records: ['organisation'],
  *check(organisation, checked) {
    for (const { question, answer, written, at } of answersOf(organisation, checked)) {
      if (answer.kind !== 'wrong') continue
      yield {
        at,
        key: question.id,
        message: `${nameOf(question)}: "${written}" is not ${answer.expected}`,
        hint: answer.hint,
      }
    }
  },
})
