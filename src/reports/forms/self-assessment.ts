import { formatCondition } from '../../model/condition.js'
import { formatInexactDay, latestIndex } from '../../model/day.js'
import { BASIS_WORDS, forceOf } from '../../model/grounds.js'
import type { Organisation } from '../../model/organisation.js'
import type { Policy } from '../../model/policy.js'
import type { Register } from '../../model/register.js'
import { capital } from '../../model/words.js'
import type { PolicyAnswers } from '../../policy/answers.js'
import { questionsFor, questionsOn, type Question } from '../../policy/questions.js'
import { latestAnswers } from '../../rules/self-assessments.js'
import { describeAcceptable, describeAnswer } from './acceptable.js'
import type { Form, FormQuestion, FormSection } from './form.js'

/**
 * The governance self-assessment, with the last answers of an organisation.
 * @param organisation who fills it in; a blank form has every question
 */
export function selfAssessmentForm(register: Register, policy: PolicyAnswers, organisation?: Organisation): Form {
  const questions =
    organisation === undefined
      ? questionsOn(policy.policy, policy.asOf)
      : questionsFor(policy, organisation, policy.asOf)
  const last = organisation === undefined ? {} : latestAnswers(organisation, policy.asOf).answers
  return {
    name: 'self-assessment',
    title:
      organisation === undefined ? 'Governance self-assessment' : `Governance self-assessment: ${organisation.name}`,
    for: organisation && `organisations/${organisation.id}`,
    about: about(register, policy, organisation, Object.keys(last).length > 0),
    head: [
      { key: 'date', label: 'Completed on' },
      { key: 'source', label: 'Completed by', help: 'a role, such as chief officer' },
    ],
    sections: byArea(questions, (it) => asked(it, policy, organisation, last)),
  }
}

/** Questions under their areas; those without one are together. */
export function byArea(questions: readonly Question[], ask: (question: Question) => FormQuestion): FormSection[] {
  const areas = [...new Set(questions.map(({ data }) => data.area))]
  return areas.map((area) => ({
    title: area ?? 'Questions',
    questions: questions.filter(({ data }) => data.area === area).map(ask),
  }))
}

function about(register: Register, { asOf }: PolicyAnswers, organisation: Organisation | undefined, hasLast: boolean) {
  const us = register.organisations.find((it) => it.id === register.settings.organisation)?.name ?? 'We'
  const rounds = organisation?.['self-assessments'] ?? []
  const round = rounds[latestIndex(rounds, asOf)]
  return [
    `${us === 'We' ? 'We ask' : `${us} asks`} partners to look at how they are governed. The questions are about your organisation as a whole, and a short answer to each is enough.`,
    'Where there is more to say, write it after the answer and a comma: “95, the last two by June 2027”. Where a question does not fit you, write “not applicable” and why. Leave out what you cannot answer yet.',
    'An answer other than the acceptable one does not end the partnership. Tell us what is being done about it, and by when.',
    ...(hasLast && round !== undefined
      ? [
          `Your answers of ${formatInexactDay(round.date)} are filled in. Check each, and change what is no longer right.`,
        ]
      : []),
  ]
}

function asked(
  { id, data }: Question,
  policy: PolicyAnswers,
  organisation: Organisation | undefined,
  last: Readonly<Record<string, string>>,
): FormQuestion {
  const applies = ({ when }: NonNullable<Policy['self-assessment'][string]['error']>) => {
    if (when === undefined) return true
    const truth = organisation === undefined ? 'unknown' : policy.holdsFor(organisation, when).truth
    return truth === 'unknown' ? undefined : truth === 'true'
  }
  return {
    in: 'answers',
    id,
    text: capital(data.title ?? id),
    notes: [
      describeAnswer(data),
      ...describeAcceptable(data, applies, policy.policy.single('standard')?.version),
      ...whoIsAsked(data, policy, organisation),
      ...whyAsked(data),
    ],
    fields: [{ key: id, label: 'Answer', last: Object.hasOwn(last, id) ? last[id] : undefined }],
  }
}

/** A blank form says whom a question is for; that of an organisation, what we do not know of it. */
function whoIsAsked(
  { when }: Question['data'],
  policy: PolicyAnswers,
  organisation: Organisation | undefined,
): string[] {
  if (when === undefined) return []
  if (organisation === undefined) return [`For partners where ${formatCondition(when)}.`]
  const { truth, reasons } = policy.holdsFor(organisation, when)
  return truth === 'unknown'
    ? [`You are asked because ${[...new Set(reasons)].join(', and ')}; leave it out if it is not for you.`]
    : []
}

/** The reason of a question, and the law or paper that it rests on. */
export function whyAsked({ why, source, basis }: Question['data']): string[] {
  const isBinding = basis !== undefined && basis !== 'ours' && forceOf(basis) === 'must'
  return [
    ...(why === undefined ? [] : [`Why we ask: ${/[.?!]$/.test(why) ? why : `${why}.`}`]),
    ...(source === undefined ? [] : [`${isBinding ? `Required by ${BASIS_WORDS[basis]}` : 'Source'}: ${source}.`]),
  ]
}
