import { readAnswer, type Answer } from '../model/answer.js'
import type { Condition } from '../model/condition.js'
import { latestIndex } from '../model/latest.js'
import type { Organisation } from '../model/organisation.js'
import { at, type Place } from '../model/place.js'
import type { Policy } from '../model/policy.js'
import type { InForce } from '../policy/merge.js'
import type { Checked } from './rule.js'

export type Question = InForce<Policy['self-assessment'][string]>

interface Answered {
  readonly organisation: Organisation
  readonly answers: Readonly<Record<string, string>>
  readonly placeOf: (question: string) => Place
}

/** The latest self-assessment of each organisation. One of which only the day is known has no answers to look at. */
export function* answered({ register, asOf }: Pick<Checked, 'register' | 'asOf'>): Iterable<Answered> {
  for (const organisation of register.organisations) {
    const { status = 'active', 'self-assessments': rounds } = organisation
    const index = latestIndex(rounds, asOf)
    const answers = rounds[index]?.answers ?? {}
    if (status === 'merged' || status === 'closed' || Object.keys(answers).length === 0) continue
    yield { organisation, answers, placeOf: (id) => at(organisation, 'self-assessments', index, 'answers', id) }
  }
}

interface Given {
  readonly organisation: Organisation
  readonly question: Question
  readonly answer: Answer
  readonly written: string
  readonly at: Place
}

/** Every answer to a question of the policy in force, read as its question asks. */
export function* givenAnswers(checked: Checked): Iterable<Given> {
  const { register, policy } = checked
  const questions = policy.policy.entries('self-assessment')
  for (const { organisation, answers, placeOf } of answered(checked)) {
    for (const question of questions) {
      if (!Object.hasOwn(answers, question.id)) continue
      const written = answers[question.id]!
      const answer = readAnswer(written, question.data, register.settings['financial-year-start'])
      yield { organisation, question, answer, written, at: placeOf(question.id) }
    }
  }
}

/** Why something holds for an organisation; undefined where it does not, or where that is not known: the facts are asked for elsewhere. */
export function reasonsFor(
  { policy }: Checked,
  condition: Condition | undefined,
  organisation: Organisation,
): readonly string[] | undefined {
  if (condition === undefined) return []
  const { truth, reasons } = policy.holdsFor(organisation, condition)
  return truth === 'true' ? reasons : undefined
}

/** A question as findings name it: `A3, trustees or directors in post`. */
export const nameOf = ({ id, data: { title } }: Question) => (title === undefined ? id : `${id}, ${title}`)
