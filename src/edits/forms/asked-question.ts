import { formatDay, formatInexactDay, type Day } from '../../model/day.js'
import { isInForce } from '../../model/grounds.js'
import { didYouMean } from '../../model/nearest.js'
import { UsageError } from '../../model/usage-error.js'
import type { PolicyAnswers } from '../../policy/answers.js'
import { verdictOf, type Question, type QuestionMap, type Respondent } from '../../policy/questions.js'
import { echoed } from '../echoed.js'

/** A form that is recorded: whose, and of which day. */
export interface Asked<Map extends QuestionMap> {
  readonly map: Map
  readonly respondent: Respondent<Map>
  readonly day: Day
  /** What to do about an answer to a question that does not exist; by default the nearest question. */
  readonly otherwise?: string | undefined
}

/**
 * The question that an answer is to.
 * @param place where the answer stands, as errors begin: `mind.csv:2:4: `
 * @throws UsageError if the form does not have it on its day, or not for this respondent
 */
export function askedQuestion<Map extends QuestionMap>(
  policy: PolicyAnswers,
  { map, respondent, day, otherwise }: Asked<Map>,
  id: string,
  place: string,
): Question {
  const questions = policy.policy.entries(map)
  const question = questions.find((it) => it.id === id)
  if (question === undefined)
    throw new UsageError(
      `${place}the form has no question "${echoed(id)}"`,
      otherwise ??
        didYouMean(
          echoed(id),
          questions.map((it) => it.id),
        ),
    )
  if (!isInForce(question.data, day))
    throw new UsageError(
      `${place}${echoed(id)} is no question of ${formatDay(day)}: ${daysOf(question)}`,
      'leave the answer out, or correct the day of the form',
    )
  const verdict = verdictOf(policy, map, respondent, question)
  if (verdict?.truth === 'false')
    throw new UsageError(
      `${place}${echoed(id)} is not a question for ${respondent.name}: ${verdict.reasons.join(', ')}`,
      'leave the answer out',
    )
  return question
}

/** `it is asked from 1 November 2026`. */
function daysOf({ data: { 'applies-from': from, 'applies-to': to } }: Question): string {
  const days = [from && `from ${formatInexactDay(from)}`, to && `until ${formatInexactDay(to)}`]
  return `it is asked ${days.filter((it) => it !== undefined).join(' ')}`
}
