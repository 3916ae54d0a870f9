import type * as z from 'zod'
import { choice, day, exactDay, group, id, list, number, text } from './fields.js'
import { audit, sources, unknown } from './parts.js'
import type { Filed } from './place.js'

/** What a front sheet says follows from a paper, in the order of the sheet. */
const IMPLICATIONS = {
  financial: text('Financial', 'For money.').optional(),
  legal: text('Legal', 'For legal and regulatory duties.').optional(),
  quality: text('Quality', 'For quality and patient safety.').optional(),
  equality: text('Equality', 'For equality; whether an equality impact assessment was made.').optional(),
  'information-governance': text('Information governance', 'For personal data and information governance.').optional(),
  workforce: text('Workforce', 'For the workforce.').optional(),
  sustainability: text('Sustainability', 'For sustainability.').optional(),
}

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
  meeting: day('Meeting', 'The day of the meeting.').optional(),
  'agenda-item': text('Agenda item', 'Its number on the agenda.', { example: '12' }).optional(),
  'paper-number': text('Paper number', 'Its number among the papers of the meeting.', {
    example: 'BOD 31/2026',
  }).optional(),
  part: choice('Part', 'In which part of the meeting it is taken.', {
    public: 'held in public',
    private: 'held in private',
  }).optional(),
  previous: day('Previous', 'When the last paper was.', { reader: 'Last paper' }).optional(),
  next: day('Next', 'When the next paper is due.', { reader: 'Next paper' }).optional(),
  period: day('Period', 'The period that it covers.', { reader: 'Period covered' }).optional(),
  recommendation: text('Recommendation', 'What the Board is asked to do.').optional(),
  'governance-route': text('Governance route', 'How it came to this meeting, in words.').optional(),
  'considered-before': list(
    'Considered before',
    'Meetings that considered it before.',
    group('Meeting', 'One meeting.', () => ({
      body: text('Body', 'Which body.', { names: 'body-or-text' }),
      date: day('Date', 'The day of the meeting.').optional(),
      said: text('Said', 'What it said, in a sentence.').optional(),
    })),
  ),
  'statutory-responsibilities': text('Statutory responsibilities', 'Which duties it serves.').optional(),
  'assurance-framework': list(
    'Assurance framework',
    'Entries of the Board assurance framework that it concerns.',
    text('Entry', 'Its number, and what it is.', { example: 'BAF 4, partnership working' }),
  ),
  'risk-register': list(
    'Risk register',
    'Entries of the corporate risk register that it concerns.',
    text('Entry', 'Its number, and what it is.', { example: '1042, reliance on one provider' }),
  ),
  implications: group('Implications', 'What follows from it, in a sentence each.', () => IMPLICATIONS).optional(),
  appendices: list('Appendices', 'Papers that go with it, beside its own annexes.', text('Appendix', 'Its title.')),
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
