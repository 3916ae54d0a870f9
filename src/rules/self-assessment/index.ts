import { nearest } from '../../model/nearest.js'
import { at, becauseOf } from '../../model/place.js'
import { counted, inMessage } from '../../model/words.js'
import { isOnFile } from '../../policy/document-state.js'
import { questionsOn, type Question } from '../../policy/questions.js'
import { definePartnersRule, type Rule, defineRecordRule, isLost } from '../rule.js'
import { answersOf, nameOf, reasonsFor, givenAnswers, latestAnswers, beyondLimit } from '../self-assessments.js'

const decidedByNobody = defineRecordRule({
  code: 'self-assessment/decided-by-nobody',
  severity: 'warning',
  summary: 'A self-assessment was decided on, without the role that decided or the day.',
  source: 'A named role accepts a self-assessment, on a day',
  why: 'A form that nobody vouches for was not accepted.',
  remedy: 'Add `decided-by` and `decided-on`.',
  records: ['organisation'],
  *check(organisation) {
    for (const [index, form] of organisation['self-assessments'].entries()) {
      const { status = 'received', 'decided-by': by, 'decided-on': on } = form
      const missing = [...(by === undefined ? ['decided-by'] : []), ...(on === undefined ? ['decided-on'] : [])]
      if (status === 'received' || missing.length === 0) continue
      yield {
        at: at(organisation, 'self-assessments', index, 'status'),
        key: form.date.written,
        message: `${missing.join(' and ')} of the decision ${missing.length === 2 ? 'are' : 'is'} missing`,
        hint: `add ${missing.join(' and ')}`,
      }
    }
  },
})

const notApplicable = defineRecordRule({
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
      yield { at, key: question.id, message: `${nameOf(question)}: answered as not applicable, without a reason` }
    }
  },
})

const notEvidenced = definePartnersRule({
  code: 'self-assessment/not-evidenced',
  severity: 'warning',
  summary: 'A self-assessment says that a document exists, and the register does not have it.',
  source: 'policy.yaml: self-assessment, document',
  why: 'A statement is not evidence.',
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

const unanswered = definePartnersRule({
  code: 'self-assessment/unanswered',
  severity: 'warning',
  summary: 'Questions of a self-assessment have no answer; all of one form are one finding.',
  source: 'policy.yaml: self-assessment',
  why: 'The question that is left out is the one worth asking about.',
  remedy: 'Ask for the answers; or write not applicable, and the reason after a comma.',
  *check(checked) {
    for (const organisation of checked.register.organisations) {
      const { answers, on, date, listAt } = latestAnswers(organisation, checked.asOf)
      if (Object.keys(answers).length === 0) continue
      const asked = questionsOn(checked.policy.policy, on).flatMap((question) => {
        const reasons = reasonsFor(checked, question.data.when, organisation)
        return reasons === undefined ? [] : [{ question, reasons }]
      })
      const open = asked.filter(({ question: { id } }) => !Object.hasOwn(answers, id))
      if (open.length === 0) continue
      yield {
        at: { ...listAt, on: 'key' },
        key: date,
        message: describeOpen(
          open.map((it) => it.question),
          asked.length,
        ),
        because: open
          .filter(({ reasons }) => reasons.length > 0)
          .map(({ question: { id, data, at }, reasons }) => becauseOf(id, reasons, data.why, at)),
      }
    }
  },
})

/** `20 of 23 questions have no answer: A1, A2 and 18 more`, with the title if it is only one. */
function describeOpen(open: readonly Question[], asked: number): string {
  const names = open.length === 1 ? open.map(nameOf) : open.map(({ id }) => id)
  return `${open.length} of ${counted(asked, 'question')} ${open.length === 1 ? 'has' : 'have'} no answer: ${inMessage(names, ', ')}`
}

const unknownQuestion = defineRecordRule({
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
    // a question that the organisation switched off may have been answered before
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

const wrongAnswer = defineRecordRule({
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
    why: 'There is no earlier warning than the partner’s own answer.',
    remedy: 'Agree with the partner what will be done and by when; until then add a dated exception with a reason.',
    check: (checked) => beyondLimit(checked, 'error'),
  }),
  unanswered,
  unknownQuestion,
  wrongAnswer,
]
