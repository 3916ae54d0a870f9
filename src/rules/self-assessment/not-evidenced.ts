import { becauseOf } from '../../policy/because.js'
import { isOnFile } from '../../policy/document-state.js'
import { definePartnersRule } from '../rule.js'
import { reasonsFor, givenAnswers, nameOf } from '../self-assessments.js'

export const notEvidenced = definePartnersRule({
  code: 'self-assessment/not-evidenced',
  severity: 'warning',
  summary: 'A self-assessment says that a document exists, and the register does not have it.',
  source: 'policy.yaml: self-assessment, document',
  why: 'Asserted is not evidenced.',
  remedy: 'Ask for the document and add it under `documents` of the organisation.',
  *check(checked) {
    for (const { organisation, question, answer, at } of givenAnswers(checked)) {
      const { answer: sort, document, when } = question.data
      const isAsserted = answer.kind === 'day' || (answer.kind === 'word' && answer.word === 'yes')
      if (sort !== 'document' || document === undefined || !isAsserted) continue
      if (reasonsFor(checked, when, organisation) === undefined) continue
      if (isOnFile({ ...checked, policy: checked.policy.policy }, document, organisation)) continue
      yield {
        at,
        key: question.id,
        message: `${nameOf(question)}: asserted, not evidenced`,
        hint: `ask for it, and add it under documents with type: ${document} in ${organisation.file}`,
        because: [becauseOf(question.id, [`shown by ${document}`], question.data.why, question.at)],
      }
    }
  },
})
