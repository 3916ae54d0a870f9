import { readAnswer, type Answer } from '../model/answer.js'
import type { Condition } from '../model/condition.js'
import { type Day, latestIndex } from '../model/day.js'
import type { Organisation } from '../model/organisation.js'
import { at, type Place } from '../model/place.js'
import type { Policy } from '../model/policy.js'
import type { InForce } from '../policy/merge.js'
import type { Checked } from './rule.js'

export type Question = InForce<Policy['self-assessment'][string]>

interface Answered {
  readonly answers: Readonly<Record<string, string>>
  readonly placeOf: (question: string) => Place
}

/** The answers of an organisation's latest self-assessment; empty where only its day is known. */
export function latestAnswers(organisation: Organisation, asOf: Day): Answered {
  const { status, 'self-assessments': rounds } = organisation
  const index = latestIndex(rounds, asOf)
  const isOver = status === 'merged' || status === 'closed'
  return {
    answers: (isOver ? undefined : rounds[index]?.answers) ?? {},
    placeOf: (id) => at(organisation, 'self-assessments', index, 'answers', id),
  }
}

interface Given {
  readonly organisation: Organisation
  readonly question: Question
  readonly answer: Answer
  readonly written: string
  readonly at: Place
}

/** An organisation's answers to questions of the policy in force, each read as its question requires. */
export function* answersOf(organisation: Organisation, { register, policy, asOf }: Checked): Iterable<Given> {
  const { answers, placeOf } = latestAnswers(organisation, asOf)
  if (Object.keys(answers).length === 0) return
  for (const question of policy.policy.entries('self-assessment')) {
    if (!Object.hasOwn(answers, question.id)) continue
    const written = answers[question.id]!
    const answer = readAnswer(written, question.data, register.settings['financial-year-start'])
    yield { organisation, question, answer, written, at: placeOf(question.id) }
  }
}

/** The answers of all organisations. */
export const givenAnswers = (checked: Checked): Given[] =>
  checked.register.organisations.flatMap((it) => [...answersOf(it, checked)])

/** Why a condition holds for an organisation; undefined where it does not, or where facts are missing, which other rules report. */
export function reasonsFor(
  { policy }: Checked,
  condition: Condition | undefined,
  organisation: Organisation,
): readonly string[] | undefined {
  if (condition === undefined) return []
  const { truth, reasons } = policy.holdsFor(organisation, condition)
  return truth === 'true' ? reasons : undefined
}

/** A question as findings refer to it: `A3, trustees or directors in post`. */
export const nameOf = ({ id, data: { title } }: Question) => (title === undefined ? id : `${id}, ${title}`)
