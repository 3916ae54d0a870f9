import type { FactName } from '../../model/condition.js'
import type { Partnership } from '../../model/partnership.js'
import type { PolicyAnswers } from '../../policy/answers.js'
import { isSure, type DocumentDuty } from '../../policy/documents.js'
import type { Requirement } from '../../policy/requirements.js'
import { openQuestionsOf, SCREENING } from '../../policy/screening.js'
import { countPartnerships } from '../phrases.js'
import { count, rows, text } from '../view-parts.js'
import { countDocuments } from './completeness.js'

/** Questions that are open, for how many partnerships, and how many documents their answers settle. */
export const questionRows = rows({ question: text, open: count, settles: count })

/** What is said of documents that more than one answer decides. */
const TOGETHER = 'Depends on more than one answer'

/**
 * The open questions, those that settle most documents first; `partners ask` puts them to the leads. Each document is in
 * one row, so that the rows add up to the documents that may be needed.
 * @param documents what is or may be needed, each document once
 */
export function questionsOf(
  policy: PolicyAnswers,
  partnerships: readonly Partnership[],
  documents: readonly Requirement[],
) {
  const open = partnerships.flatMap((partnership) =>
    openQuestionsOf(policy, partnership).map(({ question }) => ({ question, partnership })),
  )
  const waiting = documents.filter(({ duty }) => !isSure(duty))
  const settledBy = new Map(waiting.map((it) => [it, SCREENING.find(({ facts }) => decides(facts, it.duty))]))
  const rowOf = (question: string, asked: readonly Partnership[], settled: readonly Requirement[]) => ({
    question,
    open: countPartnerships(`partnerships for which it is open: ${question}`, asked),
    settles: countDocuments(`documents that the answer alone settles: ${question}`, settled),
  })
  const rows = SCREENING.map((question) =>
    rowOf(
      question.text,
      open.filter((it) => it.question === question).map((it) => it.partnership),
      waiting.filter((it) => settledBy.get(it) === question),
    ),
  ).filter((it) => it.open.count + it.settles.count > 0)
  const together = waiting.filter((it) => settledBy.get(it) === undefined)
  return [
    ...rows.sort((a, b) => b.settles.count - a.settles.count),
    ...(together.length > 0 ? [rowOf(TOGETHER, [...new Set(together.map((it) => it.partnership))], together)] : []),
  ]
}

/** Do these facts alone decide whether a document is needed? */
const decides = (facts: readonly FactName[], { unknown }: DocumentDuty) => unknown.every((it) => facts.includes(it))
