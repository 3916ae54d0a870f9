import type { Day } from '../model/day.js'
import { isInForce } from '../model/grounds.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import type { Policy } from '../model/policy.js'
import type { PolicyAnswers } from './answers.js'
import { evaluate, type Verdict } from './conditions.js'
import type { InForce, MergedPolicy } from './merge.js'

export type Question = InForce<Policy['self-assessment'][string]>

/** The questions of the governance self-assessment on a day: a form is not held to a law that came after it. */
export const questionsOn = (policy: MergedPolicy, day: Day): readonly Question[] =>
  policy.entries('self-assessment').filter(({ data }) => isInForce(data, day))

/** The forms whose questions are in the policy, and whom each asks. */
interface Respondents {
  'self-assessment': Organisation
  'quality-review': Partnership
}
export type QuestionMap = keyof Respondents
export type Respondent<Map extends QuestionMap> = Respondents[Map]

/**
 * The questions that a form has on a day, and so those that may be answered: policy asks them, or may ask them where a
 * fact is not known.
 * @param respondent whom it asks; a blank form has every question
 */
export const askedQuestions = <Map extends QuestionMap>(
  policy: PolicyAnswers,
  map: Map,
  respondent: Respondent<Map> | undefined,
  day: Day,
): readonly Question[] =>
  policy.policy
    .entries(map)
    .filter(
      (it) =>
        isInForce(it.data, day) &&
        (respondent === undefined || verdictOf(policy, map, respondent, it)?.truth !== 'false'),
    )

/** Whether a question is for a respondent, and why; undefined where it is for all. */
export function verdictOf<Map extends QuestionMap>(
  policy: PolicyAnswers,
  map: Map,
  respondent: Respondent<Map>,
  { data: { when } }: Question,
): Verdict | undefined {
  if (when === undefined) return undefined
  return map === 'self-assessment'
    ? policy.holdsFor(respondent as Organisation, when)
    : evaluate(when, policy.facts(respondent as Partnership), policy.rank)
}

/** Those that policy asks of an organisation, or may ask where a fact is not known. */
export const questionsFor = (policy: PolicyAnswers, organisation: Organisation, day: Day): readonly Question[] =>
  askedQuestions(policy, 'self-assessment', organisation, day)
