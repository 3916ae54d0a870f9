import type { TreeEdit, Written } from '../document/edit.js'
import { readAnswer } from '../model/answer.js'
import { formatDay, type Day } from '../model/day.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import { RECORD_SCHEMAS } from '../model/record-schemas.js'
import type { Register } from '../model/register.js'
import { allOf, UsageError } from '../model/usage-error.js'
import { counted, formatNames } from '../model/words.js'
import type { PolicyAnswers } from '../policy/answers.js'
import { questionsFor } from '../policy/questions.js'
import { editsOf, type Change } from './change.js'
import { clearUnknown } from './clear-unknown.js'
import { echoed } from './echoed.js'
import { askedQuestion } from './forms/asked-question.js'
import { refuseLost } from './refuse-unread.js'
import type { Target } from './target.js'

/** A completed form of an organisation, or about the governance of a partnership. */
export interface CompletedForm {
  readonly date: Day
  /** Which form and version it is. */
  readonly form?: string | undefined
  readonly source?: string | undefined
  /** By question; a question without an answer is not here. */
  readonly answers: ReadonlyMap<string, string>
  /** Where an answer stands, if it came from a file. */
  readonly placeOf?: ((question: string) => string) | undefined
  /** Reports what else is wrong with the file. */
  readonly refuseMistakes?: (() => void) | undefined
}

/** What may have a self-assessment. */
export type Assessed = Organisation | Partnership

/**
 * Records a governance self-assessment. A form of the same day is completed: its answers are replaced one by one.
 * Policy asks its questions of organisations; a partnership answers a form of its own, which has to be named.
 * @throws UsageError with every answer that its question does not allow, or that the organisation is not asked for
 */
export function recordSelfAssessment(
  register: Register,
  policy: PolicyAnswers,
  target: Target<Assessed>,
  completed: CompletedForm,
): Change {
  refuseLost(register, target.file, LIST)
  const { date } = completed
  if (date > policy.asOf)
    throw new UsageError(
      `${formatDay(date)} is in the future: this is as of ${formatDay(policy.asOf)}`,
      'write the day on which it was completed',
    )
  const rounds = target.record[LIST]
  const index = rounds.findIndex((it) => it.date.first === date && it.date.last === date)
  const answers = isOrganisation(target)
    ? checkedAnswers(register, policy, target, completed)
    : ownAnswers(target, completed, rounds[index]?.form)
  const known = clearUnknown(RECORD_SCHEMAS[target.kind].schema, target.record, [LIST])
  const edits = index === -1 ? added(rounds.length, completed, answers) : changed(index, completed, answers)
  const stated = { ...rounds[index]?.answers, ...answers }
  const open = isOrganisation(target)
    ? questionsFor(policy, target.record, date).flatMap(({ id }) => (Object.hasOwn(stated, id) ? [] : [id]))
    : []
  return {
    edits: editsOf(target.file, [...edits, ...known.edits]),
    sentence: `Self-assessment of ${target.name} of ${formatDay(date)} is recorded: ${counted(Object.keys(answers).length, 'answer')}`,
    notes: [
      ...known.notes,
      ...(open.length === 0 ? [] : [`Not answered: ${formatNames(open)}.`]),
      ...(index === -1 && isOrganisation(target)
        ? ['It counts once it is accepted: set its status, decided-by and decided-on.']
        : []),
    ],
    nothing: 'Nothing to change: it already says so.',
  }
}

const LIST = 'self-assessments'
type Answers = Readonly<Record<string, string>>

const isOrganisation = (target: Target<Assessed>): target is Target<Organisation> => target.kind === 'organisation'

function added(position: number, { date, form, source }: CompletedForm, answers: Answers): TreeEdit[] {
  const value: Record<string, Written> = {
    date,
    ...(form !== undefined && { form }),
    answers,
    ...(source !== undefined && { source }),
  }
  return [{ op: 'insert', path: [LIST, position], value }]
}

const changed = (index: number, { form, source }: CompletedForm, answers: Answers): TreeEdit[] => [
  ...(form === undefined ? [] : [{ op: 'set', path: [LIST, index, 'form'], value: form } as const]),
  ...Object.entries(answers).map(([id, value]): TreeEdit => ({ op: 'set', path: [LIST, index, 'answers', id], value })),
  ...(source === undefined ? [] : [{ op: 'set', path: [LIST, index, 'source'], value: source } as const]),
]

/** The answers of a partnership, by the questions of the form that it names. */
function ownAnswers(
  { name }: Target<Assessed>,
  { form, answers, refuseMistakes }: CompletedForm,
  known: string | undefined,
): Answers {
  refuseMistakes?.()
  if (form === undefined && known === undefined)
    throw new UsageError(
      `${name} is a partnership, and policy asks its questions of organisations`,
      'name the form that it completed with --form, or name an organisation',
    )
  return Object.fromEntries([...answers].map(([question, answer]) => [question, answer.trim()]))
}

function checkedAnswers(
  register: Register,
  policy: PolicyAnswers,
  { record }: Target<Organisation>,
  { date: day, answers: given, placeOf, refuseMistakes }: CompletedForm,
): Answers {
  const check = (id: string, written: string): readonly [string, string] => {
    const place = placeOf === undefined ? '' : `${placeOf(id)}: `
    const { data } = askedQuestion(policy, { map: 'self-assessment', respondent: record, day }, id, place)
    const answer = readAnswer(written, data, register.settings['financial-year-start'])
    if (answer.kind === 'wrong')
      throw new UsageError(`${place}${echoed(id)}: "${echoed(written)}" is not ${answer.expected}`, answer.hint)
    return [id, written.trim()]
  }
  const answers = allOf([
    () => (refuseMistakes?.(), []),
    ...[...given].map(([id, written]) => () => [check(id, written)]),
  ]).flat()
  return Object.fromEntries(answers)
}
