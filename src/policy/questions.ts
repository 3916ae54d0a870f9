import type { Day } from '../model/day.js'
import { isInForce } from '../model/grounds.js'
import type { Policy } from '../model/policy.js'
import type { InForce, MergedPolicy } from './merge.js'

export type Question = InForce<Policy['self-assessment'][string]>

/** The questions of the governance self-assessment on a day: a form is not held to a law that came after it. */
export const questionsOn = (policy: MergedPolicy, day: Day): readonly Question[] =>
  policy.entries('self-assessment').filter(({ data }) => isInForce(data, day))
