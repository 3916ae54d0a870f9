import type * as z from 'zod'
import { choice, day, group, list, mapOf, text } from './fields.js'
import { actions, risk } from './parts.js'
import { QUALITY_GRADES } from './partnership-progress.js'

/** The fields of completed forms, as files have them that `partners record … --from` reads. */

const form = text('Form', 'Which form it is.').optional()
const of = text('For', 'Whom it is of, such as organisations/ID.').optional()
const date = day('Date', 'When it was completed.').optional()

export const FORM_SCHEMAS = {
  'self-assessment': group('Self-assessment', 'A completed self-assessment.', () => ({
    form,
    for: of,
    date,
    source: text('Source', 'Who completed it.').optional(),
    answers: mapOf('Answers', 'By question.', text('Answer', 'The answer.')),
  })),
  screening: group('Screening', 'Answers to the five questions.', () => ({
    form,
    for: of,
    date,
    answers: mapOf('Answers', 'By field, such as data.level.', text('Answer', 'The answer.')),
  })),
  'risk-profile': group('Risk profile', 'A completed risk profile.', () => ({
    form,
    for: of,
    date,
    risks: list('Risks', 'The risks of each category.', risk),
  })),
  'quality-review': group('Quality review', 'A completed peer quality review.', () => ({
    form,
    for: of,
    date,
    title: text('Title', 'What is reviewed.').optional(),
    reviewer: text('Reviewer', 'The organisation that reviews.').optional(),
    reviewed: text('Reviewed', 'The organisation that is reviewed.').optional(),
    grade: choice('Grade', 'The overall word.', QUALITY_GRADES).optional(),
    finding: text('Finding', 'What it found.').optional(),
    areas: list(
      'Areas',
      'What it looked at.',
      group('Area', 'One area.', () => ({
        area: text('Area', 'What it is called.').optional(),
        grade: choice('Grade', 'The word for it.', QUALITY_GRADES).optional(),
        finding: text('Finding', 'What was found.').optional(),
      })),
    ),
    answers: mapOf('Answers', 'By question.', text('Answer', 'What was found.')),
    actions,
  })),
} as const
export type FormSchemas = typeof FORM_SCHEMAS
export type CompletedData<Name extends keyof FormSchemas> = z.output<FormSchemas[Name]>
