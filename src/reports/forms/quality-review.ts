import { formatInexactDay, latestIndex } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { QUALITY_GRADES } from '../../model/partnership-progress.js'
import type { QualityReview } from '../../model/quality-review.js'
import type { Register } from '../../model/register.js'
import { capital, inWords } from '../../model/words.js'
import type { PolicyAnswers } from '../../policy/answers.js'
import { askedQuestions, type Question } from '../../policy/questions.js'
import type { Form, FormField, FormQuestion, FormSection } from './form.js'
import { confidentialNote } from './confidential-note.js'
import { byArea, whyAsked } from './self-assessment.js'

/** The form for peer reviewers: the policy's questions by area, each area with a grade, then findings and actions. */
export function qualityReviewForm(register: Register, policy: PolicyAnswers, partnership?: Partnership): Form {
  const last = partnership && latestReview(partnership, policy)
  const questions = askedQuestions(policy, 'quality-review', partnership, policy.asOf)
  const nameOf = (id: string | undefined) => register.organisations.find((it) => it.id === id)?.name ?? id
  const sections = questions.length > 0 ? ofPolicy(questions, last) : ofAreas(last?.areas ?? [], last)
  return {
    name: 'quality-review',
    title: partnership === undefined ? 'Peer quality review' : `Peer quality review: ${partnership.name}`,
    for: partnership && `partnerships/${partnership.id}`,
    about: [
      'You look at the work of another partner as a colleague who does such work too. Talk to people who use it and to staff, look at records, and write down what you saw yourself.',
      `Grade each area, and the whole, as ${GRADES}. Where a grade is below good, agree an action with a person’s role and a day.`,
      ...confidentialNote(register, partnership),
      ...(last !== undefined
        ? [
            `What the latest review${last.period ? ` (${formatInexactDay(last.period)})` : ''} found is filled in, to compare with. Replace it with what you find now.`,
          ]
        : []),
    ],
    head: [
      { key: 'title', label: 'What is reviewed', last: last?.title },
      { key: 'reviewer', label: 'Organisation that reviews', last: nameOf(last?.reviewer) },
      { key: 'reviewed', label: 'Organisation that is reviewed', last: nameOf(last?.reviewed) },
      { key: 'date', label: 'When it took place' },
      { key: 'grade', label: 'Overall grade', help: CODES },
      { key: 'finding', label: 'Overall finding', help: 'in two or three sentences' },
    ],
    sections: [...sections, { title: 'Actions', questions: Array.from({ length: 3 }, action) }],
  }
}

const CODES = Object.keys(QUALITY_GRADES).join(', ')
const GRADES = inWords(CODES).replace(/, (?=[^,]*$)/, ' or ')

/** The latest that has taken place. */
function latestReview({ 'quality-reviews': all }: Partnership, { asOf }: PolicyAnswers): QualityReview | undefined {
  const past = all.flatMap((it) => (it.period === undefined ? [] : [{ date: it.period, review: it }]))
  return past[latestIndex(past, asOf)]?.review
}

function ofPolicy(questions: readonly Question[], last: QualityReview | undefined): FormSection[] {
  const ask = ({ id, data }: Question): FormQuestion => ({
    in: 'answers',
    id,
    text: capital(data.title ?? id),
    notes: whyAsked(data),
    fields: [{ key: id, label: 'What you found', last: last?.answers[id] }],
  })
  return byArea(questions, ask).map((it) => ({ ...it, questions: [...it.questions, gradeOf(it.title, last, [])] }))
}

/** Where the policy has no questions: the areas of the latest review, or room for some. */
function ofAreas(areas: readonly string[], last: QualityReview | undefined): FormSection[] {
  const finding = (area: string): FormField => ({ key: 'finding', label: 'What you found', last: last?.answers[area] })
  if (areas.length > 0)
    return areas.map((it) => ({ title: capital(it), questions: [gradeOf(it, last, [finding(it)])] }))
  const blank: FormQuestion = {
    in: 'areas',
    text: 'An area',
    notes: [],
    fields: [{ key: 'area', label: 'Area' }, grade(undefined), { key: 'finding', label: 'What you found' }],
  }
  return [{ title: 'Areas', text: 'What did you look at?', questions: [blank, blank, blank] }]
}

const gradeOf = (area: string, last: QualityReview | undefined, more: readonly FormField[]): FormQuestion => ({
  in: 'areas',
  text: `Grade: ${area}`,
  notes: [],
  fields: [{ key: 'area', label: 'Area', last: area, isFixed: true }, grade(last?.grades[area]), ...more],
})

const grade = (last: string | undefined): FormField => ({ key: 'grade', label: 'Grade', help: CODES, last })

const action = (_: unknown, index: number): FormQuestion => ({
  in: 'actions',
  text: `Action ${index + 1}`,
  notes: [],
  fields: [
    { key: 'title', label: 'What is to be done' },
    { key: 'owner', label: 'By whom', help: 'a role' },
    { key: 'due', label: 'By when' },
  ],
})
