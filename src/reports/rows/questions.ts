import type { Partnership } from '../../model/partnership.js'
import type { PolicyAnswers } from '../../policy/answers.js'
import { openQuestionsOf, SCREENING } from '../../policy/screening.js'
import { countPartnerships } from '../phrases.js'
import { count, rows, text } from '../view-parts.js'
import { countDocuments } from './completeness.js'

/** Questions that are open, for how many partnerships, and how many documents their answers settle. */
export const questionRows = rows({ question: text, open: count, settles: count })

/** The open questions, those that settle most documents first; `partners ask` puts them to the leads. */
export function questionsOf(policy: PolicyAnswers, partnerships: readonly Partnership[]) {
  const open = partnerships.flatMap((partnership) =>
    openQuestionsOf(policy, partnership).map((it) => ({ ...it, partnership })),
  )
  return SCREENING.map((question) => {
    const asked = open.filter((it) => it.question === question)
    return {
      question: question.text,
      open: countPartnerships(
        `partnerships for which it is open: ${question.text}`,
        asked.map((it) => it.partnership),
      ),
      settles: countDocuments(
        `documents that the answer alone settles: ${question.text}`,
        asked.flatMap(({ partnership, settles }) => settles.map((duty) => ({ partnership, duty }))),
      ),
    }
  })
    .filter((it) => it.open.count > 0)
    .sort((a, b) => b.settles.count - a.settles.count)
}
