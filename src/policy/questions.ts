import type { Day } from '../model/day.js'
import { isInForce } from '../model/grounds.js'
import type { Organisation } from '../model/organisation.js'
import type { Policy } from '../model/policy.js'
import type { PolicyAnswers } from './answers.js'
import type { InForce, MergedPolicy } from './merge.js'

export type Question = InForce<Policy['self-assessment'][string]>

/** The questions of the governance self-assessment on a day: a form is not held to a law that came after it. */
export const questionsOn = (policy: MergedPolicy, day: Day): readonly Question[] =>
  policy.entries('self-assessment').filter(({ data }) => isInForce(data, day))

/** Those that policy asks of an organisation, or may ask where a fact is not known. */
export const questionsFor = (policy: PolicyAnswers, organisation: Organisation, day: Day): readonly Question[] =>
  questionsOn(policy.policy, day).filter(
    ({ data: { when } }) => when === undefined || policy.holdsFor(organisation, when).truth !== 'false',
  )
