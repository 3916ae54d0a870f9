import { nearest } from '../../model/nearest.js'
import { isLost } from '../references.js'
import { defineRecordRule } from '../rule.js'
import { latestAnswers } from '../self-assessments.js'

export const unknownQuestion = defineRecordRule({
  code: 'self-assessment/unknown-question',
  severity: 'error',
  summary: 'A self-assessment answers a question that policy does not ask.',
  source: 'policy.yaml: self-assessment',
  why: 'Nobody looks at the answer to a misspelt question, and the question stays open.',
  remedy: 'Use the id of the question, or add the question to policy.yaml.',
  records: ['organisation'],
  *check(organisation, { register, policy, asOf }) {
    if (isLost(register, 'policy', 'self-assessment')) return
    const questions = policy.policy.entries('self-assessment').map((it) => it.id)
    if (questions.length === 0) return
    // one that the organisation took out may have been answered before
    const known = new Set(policy.policy.policies.flatMap(({ data }) => Object.keys(data['self-assessment'])))
    const { answers, placeOf } = latestAnswers(organisation, asOf)
    for (const id of Object.keys(answers)) {
      if (known.has(id)) continue
      const meant = nearest(id, questions)
      yield {
        at: { ...placeOf(id), on: 'key' },
        key: id,
        message: `"${id}" is not a question of the self-assessment`,
        hint: `${meant === undefined ? '' : `did you mean ${meant}? `}questions: ${questions.join(', ')}`,
      }
    }
  },
})
