import { defineRule } from '../rule.js'
import { givenAnswers, nameOf } from '../self-assessments.js'

export const wrongAnswer = defineRule({
  code: 'self-assessment/wrong-answer',
  ofPartners: true,
  severity: 'error',
  summary: 'An answer of a self-assessment is not of the sort that its question asks for.',
  source: 'policy.yaml: self-assessment, answer',
  why: 'What cannot be read as a number, a day or a choice is not measured against any limit.',
  remedy: 'Write the answer as the hint shows; what there is to say of it follows after a comma.',
  *check(checked) {
    for (const { question, answer, written, at } of givenAnswers(checked)) {
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
