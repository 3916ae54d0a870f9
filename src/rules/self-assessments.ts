import { readAnswer, type Answer } from '../model/answer.js'
import type { Condition } from '../model/condition.js'
import { type Day, latestIndex, addDuration, formatInexactDay } from '../model/day.js'
import type { Organisation } from '../model/organisation.js'
import { getOrMake } from '../model/order.js'
import { at, type Place, becauseOf } from '../model/place.js'
import type { Policy } from '../model/policy.js'
import type { Register } from '../model/register.js'
import { questionsOn, type Question } from '../policy/questions.js'
import type { Checked, RuleFinding } from './rule.js'
import { plainIdentifier } from './identifiers.js'

interface Answered {
  /** When it was completed; no later question applies to it. */
  readonly on: Day
  /** Its day as it is written, which names it in the register. */
  readonly date: string | undefined
  readonly answers: Readonly<Record<string, string>>
  /** Where its answers stand. */
  readonly listAt: Place
  readonly placeOf: (question: string) => Place
}

/** The answers of an organisation's latest self-assessment; empty where only its day is known. */
export function latestAnswers(organisation: Organisation, asOf: Day): Answered {
  const { status, 'self-assessments': rounds } = organisation
  const index = latestIndex(rounds, asOf)
  const isOver = status === 'merged' || status === 'closed'
  return {
    on: rounds[index]?.date.last ?? asOf,
    date: rounds[index]?.date.written,
    answers: (isOver ? undefined : rounds[index]?.answers) ?? {},
    listAt: at(organisation, 'self-assessments', index, 'answers'),
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
  const { answers, on, placeOf } = latestAnswers(organisation, asOf)
  if (Object.keys(answers).length === 0) return
  for (const question of questionsOn(policy.policy, on)) {
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

type Limit = NonNullable<Policy['self-assessment'][string]['error']>
type GivenAnswer = Exclude<Answer, { readonly kind: 'not-applicable' | 'wrong' }>

/** A finding whose message papers print as well. */
export type LimitFinding = RuleFinding & { readonly message: string }

/** Answers beyond a limit of their question; one that is beyond the error limit is not also a warning. */
export function* beyondLimit(checked: Checked, level: 'error' | 'warning'): Iterable<LimitFinding> {
  for (const { organisation, question, answer, at } of givenAnswers(checked)) {
    const { when, error, warning, why } = question.data
    const applies = reasonsFor(checked, when, organisation)
    if (applies === undefined || answer.kind === 'not-applicable' || answer.kind === 'wrong') continue
    const judge = (limit: Limit | undefined) => limit && judged(limit, { answer, organisation, checked })
    const beyond = level === 'error' ? judge(error) : judge(error) === undefined ? judge(warning) : undefined
    if (beyond === undefined) continue
    yield {
      at,
      key: question.id,
      message: `${nameOf(question)}: ${beyond.texts.join(', and ')}`,
      hint:
        beyond.hint ?? `ask ${organisation.name} what is being done about it, or add a dated exception with a reason`,
      because: [
        becauseOf(question.id, [...applies, ...beyond.reasons], why, {
          ...question.at,
          path: [...question.at.path, level],
        }),
      ],
      cause: beyond.isOfTime ? 'time' : 'content',
    }
  }
}

interface Context {
  readonly answer: GivenAnswer
  readonly organisation: Organisation
  readonly checked: Checked
}

interface Beyond {
  readonly texts: readonly string[]
  readonly hint: string | undefined
  readonly reasons: readonly string[]
  readonly isOfTime: boolean
}

/** How an answer is beyond a limit, for which all that the limit states must hold; undefined where it is not. */
function judged(limit: Limit, context: Context): Beyond | undefined {
  const reasons = reasonsFor(context.checked, limit.when, context.organisation)
  const compared = COMPARISONS.map((compare) => compare(limit, context)).filter((it) => it !== undefined)
  if (reasons === undefined || compared.length === 0 || compared.includes(false)) return undefined
  return {
    texts: compared.filter((it) => it !== false),
    hint: limit['not-in'] && NOT_IN[limit['not-in']].hint,
    reasons,
    isOfTime: context.answer.kind === 'day',
  }
}

/** How an answer is beyond one part of a limit; false where it is not, undefined where the limit lacks that part. */
type Compare = (limit: Limit, context: Context) => string | false | undefined

const COMPARISONS: readonly Compare[] = [
  ({ is }, { answer }) =>
    is.length === 0 ? undefined : answer.kind === 'word' && is.includes(answer.word) && `the answer is ${answer.word}`,
  ({ below }, { answer }) =>
    below === undefined
      ? undefined
      : answer.kind === 'number' && answer.number < below && `${answer.number} is below ${below}`,
  ({ above }, { answer }) =>
    above === undefined
      ? undefined
      : answer.kind === 'number' && answer.number > above && `${answer.number} is above ${above}`,
  ({ 'older-than': time }, { answer, checked: { asOf } }) => {
    if (time === undefined || answer.kind !== 'day') return time && isNothing(answer)
    return (
      addDuration(answer.day.last, time) < asOf && `${formatInexactDay(answer.day)} is more than ${time.written} ago`
    )
  },
  ({ 'ends-within': time }, { answer, checked: { asOf } }) => {
    if (time === undefined || answer.kind !== 'day') return time && isNothing(answer)
    if (answer.day.last >= addDuration(asOf, time)) return false
    return `${formatInexactDay(answer.day)} is ${answer.day.last < asOf ? 'past' : `less than ${time.written} away`}`
  },
  ({ 'not-in': place }, context) => place && NOT_IN[place].describe(context),
  ({ detail: wanted }, { answer: { detail } }) => {
    if (wanted === undefined) return undefined
    if (wanted === 'given') return detail !== undefined && `the answer adds “${detail}”`
    if (detail === undefined) return 'no details are given'
    return wanted === 'undated' && !/\b\d{4}\b/.test(detail) && `“${detail}” gives no date`
  },
]

/** Having none at all is worse than any day. */
const isNothing = (answer: GivenAnswer) => answer.kind === 'word' && /^no(?:ne)?$/.test(answer.word) && 'there is none'

/** What may be answered where organisations are to be named, in small letters. */
const namesOfOrganisations = (register: Register): ReadonlySet<string> =>
  getOrMake(known, register, () => {
    const names = register.organisations.flatMap((it) => [it.id, it.name, ...it.aliases])
    // an organisation whose file could not be read still exists
    const unread = register.unreadable.flatMap(({ kind, id }) => (kind === 'organisation' ? id : []))
    return new Set([...names, ...unread, 'none', 'no'].map((it) => it.toLowerCase()))
  })

const known = new WeakMap<Register, ReadonlySet<string>>()

const NOT_IN: Record<NonNullable<Limit['not-in']>, { describe: (context: Context) => string | false; hint: string }> = {
  organisations: {
    describe({ answer, checked: { register } }) {
      if (answer.kind !== 'word') return false
      const strange = answer.word
        .split(/[,;]/)
        .map((it) => it.trim())
        .filter((it) => it !== '' && !namesOfOrganisations(register).has(it.toLowerCase()))
      return strange.length > 0 && `not an organisation of this register: ${strange.join(', ')}`
    },
    hint: 'add a file in organisations/ for each, or correct the name',
  },
  identifiers: {
    describe({ answer, organisation: { identifiers } }) {
      if (isNothing(answer)) return false
      if (answer.detail === undefined) return 'no number is given'
      const written = plainIdentifier(answer.detail)
      const isKnown = identifiers.some(({ id }) => written.includes(plainIdentifier(id)))
      return !isKnown && `“${answer.detail}” is not an identifier that the register has for it`
    },
    hint: 'add the number under identifiers, where its form is checked, or correct it',
  },
  standard: {
    describe({ answer, checked: { policy } }) {
      const current = policy.policy.single('standard')?.version
      return (
        current !== undefined &&
        answer.kind === 'word' &&
        answer.word !== current &&
        `it is ${answer.word}; version ${current} is in force`
      )
    },
    hint: 'have the current version signed',
  },
}
