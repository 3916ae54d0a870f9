import type * as z from 'zod'
import { choice, day, exactDay, group, id, list, number, text } from './fields.js'
import { audit, sources, unknown } from './parts.js'
import type { Filed } from './place.js'

/** One Board update: its text, besides what is computed from the register. */
export const updateSchema = group('Update', 'The narrative of one Board update.', () => ({
  title: text('Title', 'The paper’s title.').optional(),
  'as-of': exactDay('As of', 'The day that the paper describes.', { reader: 'Date of the paper' }),
  for: choice(
    'For',
    'What the Board is asked.',
    { information: '', discussion: '', decision: '', assurance: '' },
    { reader: 'What the Board is asked' },
  ).optional(),
  to: text('To', 'Body that gets the paper.', { names: 'body-or-text', reader: 'Who gets it' }).optional(),
  previous: day('Previous', 'When the last paper was.', { reader: 'Last paper' }).optional(),
  next: day('Next', 'When the next paper is due.', { reader: 'Next paper' }).optional(),
  period: day('Period', 'The period that it covers.', { reader: 'Period covered' }).optional(),
  recommendation: text('Recommendation', 'What the Board is asked to do.').optional(),
  'governance-route': text('Governance route', 'Which meetings saw it before.').optional(),
  'statutory-responsibilities': text('Statutory responsibilities', 'Which duties it serves.').optional(),
  objectives: list(
    'Objectives',
    'Numbers of the objectives that it addresses.',
    number('Objective', 'A number.', 1, undefined, { names: 'objective' }),
  ),
  author: list('Author', 'Roles that wrote it.', text('Role', 'A role.', { names: 'role' })),
  'lead-executive': text('Lead executive', 'The role that presents it.', { names: 'role' }).optional(),
  audits: list('Audits', 'Audits that it reports.', audit, ['id', 'title']),
  'next-steps': list(
    'Next steps',
    'Promises for the next paper, which must answer each.',
    group('Next step', 'One promise.', () => ({
      id: id('Id', 'A short name.').optional(),
      title: text('Title', 'What is promised.'),
      owner: text('Owner', 'The role that does it.', { names: 'role' }).optional(),
      due: day('Due', 'By when.').optional(),
      note: text('Note', 'What else matters.').optional(),
    })),
    ['id', 'title'],
  ),
  answers: list(
    'Answers',
    'What became of the last paper’s next steps.',
    group('Answer', 'One answer.', () => ({
      step: id('Step', 'Id (or title as an id) of the next step.'),
      state: choice('State', 'What became of it.', {
        done: '',
        'under-way': '',
        carried: 'moved to the next paper',
        dropped: '',
      }),
      text: text('Text', 'In a sentence.').optional(),
    })),
    ['step'],
    { reader: 'What became of the last next steps' },
  ),
  sources,
  unknown,
  sections: list(
    'Sections',
    'The sections of the text; filled from its ## headings.',
    group('Section', 'One section.', () => ({
      heading: text('Heading', 'Its heading.'),
      text: text('Text', 'Its text.').optional(),
    })),
    ['heading'],
  ),
}))

/** Headings that have a place in the Board update; other sections keep their own headings. */
export const PAPER_HEADINGS = [
  'Purpose',
  'Governance',
  'Central coordination',
  'Approach to risk',
  'Operational headlines',
] as const

export interface Update extends z.output<typeof updateSchema>, Filed {
  /** The file's name without its ending, such as `2019-04`. */
  readonly id: string
}
