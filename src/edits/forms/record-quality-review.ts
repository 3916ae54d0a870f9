import type { Written } from '../../document/edit.js'
import { formatInexactDay, type InexactDay, type Day } from '../../model/day.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { schemaAt } from '../../model/schema-walk.js'
import { allOf, UsageError } from '../../model/usage-error.js'
import { counted, formatNames } from '../../model/words.js'
import type { PolicyAnswers } from '../../policy/answers.js'
import { askedQuestions } from '../../policy/questions.js'
import { checkedText } from '../check-value.js'
import { editsOf, type Change } from '../change.js'
import { clearUnknown } from '../clear-unknown.js'
import { echoed } from '../echoed.js'
import { refuseLost } from '../refuse-unread.js'
import type { Target } from '../target.js'
import { askedQuestion } from './asked-question.js'
import { placed } from './form-of.js'
import type { ReadForm } from './read-form.js'
import { itemsOf, stringsOf } from './record-risk-profile.js'

const LIST = 'quality-reviews'
type Form = ReadForm<'quality-review'>
type Fields = Readonly<Record<string, Written>>

/**
 * Adds the peer quality review that a completed form describes.
 * @param date when it took place, unless the form says so
 * @throws UsageError with every mistake in it
 */
export function recordQualityReview(
  register: Register,
  policy: PolicyAnswers,
  target: Target<Partnership>,
  form: Form,
  date: Day,
): Change {
  refuseLost(register, target.file, LIST)
  const day = dayOf(form, date, policy.asOf)
  const [, head, areas, answers, actions] = allOf<unknown>([
    () => form.refuseMistakes(),
    () => checkedHead(register, target, form),
    () => checkedAreas(form),
    () => checkedAnswers(policy, target, form, day),
    () => checkedActions(register, target, form),
  ]) as [void, Fields, ReturnType<typeof checkedAreas>, Fields, readonly Fields[]]
  const period = form.data.date?.written ?? date
  if ((form.data.date?.first ?? date) > policy.asOf)
    throw new UsageError(`${form.placeOf('date')}: ${period} is in the future`, 'write when it took place')
  const { title } = head
  refuseTwice(target, title as string, period)
  const found = { ...areas.answers, ...answers }
  const value: Fields = {
    ...head,
    state: 'done',
    period,
    ...(areas.names.length > 0 && { areas: areas.names }),
    ...(Object.keys(areas.grades).length > 0 && { grades: areas.grades }),
    ...(Object.keys(found).length > 0 && { answers: found }),
    ...(actions.length > 0 && { actions }),
  }
  const known = clearUnknown(partnershipSchema, target.record, [LIST])
  const questions = askedQuestions(policy, 'quality-review', target.record, day).map((it) => it.id)
  const blank = questions.filter((it) => found[it] === undefined)
  return {
    edits: editsOf(target.file, [{ op: 'insert', path: [LIST, target.record[LIST].length], value }, ...known.edits]),
    sentence: `Quality review of ${target.name} is recorded: “${echoed(String(title as string))}”, ${counted(areas.names.length, 'area')}, ${counted(actions.length, 'action')}`,
    notes: [...known.notes, ...(blank.length === 0 ? [] : [`Not answered: ${formatNames(blank)}.`])],
  }
}

const HEAD = ['title', 'reviewer', 'reviewed', 'grade', 'finding'] as const

function checkedHead(register: Register, target: Target, { written, placeOf }: Form): Fields {
  const fields = HEAD.flatMap((key) => (typeof written[key] === 'string' ? [[key, written[key]] as const] : []))
  if (!fields.some(([key]) => key === 'title'))
    throw new UsageError(`${placeOf('form')}: the form does not say what is reviewed`, 'write it after title:')
  return checkedFields(register, target, fields, [LIST, 0], (key) => placeOf(key))
}

/** Areas with their grades, and what was found in them where the policy has no questions. */
function checkedAreas({ data: { areas }, placeOf }: Form) {
  const said = areas.map((it, index) => ({ ...it, index })).filter((it) => it.grade ?? it.finding)
  allOf(
    said.map(({ area, index }) => () => {
      if (area === undefined) throw new UsageError(`${placeOf('areas', index)}: this area has no name`, 'write area: …')
      if (said.some((it) => it.area === area && it.index < index))
        throw new UsageError(
          `${placeOf('areas', index)}: the area ${echoed(area)} is on the form twice`,
          'keep one of them',
        )
    }),
  )
  const by = (key: 'grade' | 'finding') =>
    Object.fromEntries(said.flatMap((it) => (it[key] === undefined ? [] : [[it.area!, it[key]]])))
  return { names: said.map((it) => it.area!), grades: by('grade'), answers: by('finding') }
}

/** The day whose questions it answers: the last day of a month in which it took place, but not one to come. */
function dayOf({ data }: Form, date: Day, asOf: Day): Day {
  const last = data.date?.last ?? date
  return last > asOf ? asOf : last
}

function checkedAnswers(
  policy: PolicyAnswers,
  { record: respondent }: Target<Partnership>,
  { data: { answers }, placeOf }: Form,
  day: Day,
): Fields {
  const hasQuestions = policy.policy.entries('quality-review').length > 0
  const otherwise = hasQuestions ? undefined : 'write it as the finding of an area'
  allOf(
    Object.keys(answers).map(
      (id) => () =>
        askedQuestion(policy, { map: 'quality-review', respondent, day, otherwise }, id, `${placeOf('answers', id)}: `),
    ),
  )
  return answers
}

const checkedActions = (register: Register, target: Target, { written, placeOf }: Form): readonly Fields[] =>
  allOf(
    itemsOf(written['actions']).map(
      (action, index) => () =>
        checkedFields(
          register,
          target,
          stringsOf(action, schemaAt(partnershipSchema, [LIST, 0, 'actions', 0])!),
          [LIST, 0, 'actions', 0],
          (key) => placeOf('actions', index, key),
        ),
    ),
  )

/** Values as the register writes them; all that is wrong with them at once. */
function checkedFields(
  register: Register,
  { file }: Target,
  fields: readonly (readonly [string, string])[],
  path: readonly (string | number)[],
  placeOf: (key: string) => string,
): Fields {
  const schema = schemaAt(partnershipSchema, path)!
  return Object.fromEntries(
    allOf(
      fields.map(
        ([key, text]) =>
          () =>
            [
              key,
              placed(placeOf(key), () => checkedText({ register, file, schema, path: [key], named: key }, text)),
            ] as const,
      ),
    ),
  )
}

/** A review of one title has a round for each period. */
function refuseTwice({ record, name }: Target<Partnership>, title: string, period: string): void {
  const same = record[LIST].find((it) => it.title === title && it.period?.written === period)
  if (same !== undefined)
    throw new UsageError(
      `${name} has the quality review “${echoed(title)}” of ${formatInexactDay(same.period as InexactDay)} already`,
      'correct it with partners set',
    )
}
