import { choice, day, formed, group, groupWith, id, list, mapOf, number, text } from './fields.js'
import { actions, note, recommendations, shortId, state } from './parts.js'
import { statedFor } from './source-words.js'

/** The progress of a partnership: reviews, evaluations, benefits, figures, steps, news. */

export const evaluations = list(
  'Evaluations',
  'Evaluations of the partnership.',
  group('Evaluation', 'One evaluation.', () => ({
    id: shortId,
    title: text('Title', 'What it looks at.'),
    by: list(
      'By',
      'Who carries it out.',
      text('Organisation', 'Organisation id or name.', { names: 'organisation-or-text' }),
    ),
    state,
    period: day('Period', 'The time that it covers.', { phrase: '' }).optional(),
    due: day('Due', 'When it reports.').optional(),
    'reports-to': text('Reports to', 'Body that gets the report.', { names: 'body-or-text' }).optional(),
    grade: text('Grade', 'Its overall word.', { phrase: '' }).optional(),
    finding: text('Finding', 'What it found.', { phrase: '' }).optional(),
    stated: statedFor('finding'),
    recommendations,
    actions,
  })),
  ['id', 'title'],
)

/** The words of the Care Quality Commission. */
export const QUALITY_GRADES = { outstanding: '', good: '', 'requires-improvement': '', inadequate: '' } as const

export const qualityReviews = list(
  'Quality reviews',
  'Peer-to-peer reviews by another partner.',
  group('Quality review', 'One round.', () => ({
    id: shortId,
    title: text('Title', 'What is reviewed.'),
    reviewer: id('Reviewer', 'Id of the organisation that reviews.', {
      names: 'organisation',
      phrase: 'by',
    }).optional(),
    reviewed: id('Reviewed', 'Id of the organisation that is reviewed.', {
      names: 'organisation',
      phrase: 'of',
    }).optional(),
    state: choice('State', 'The stage that it has reached.', {
      planned: 'not begun',
      'under-way': 'begun',
      done: 'finished',
    }).optional(),
    period: day('Period', 'When it took place.', { phrase: '', past: 'a peer quality review' }).optional(),
    due: day('Due', 'When it is to take place.').optional(),
    areas: list('Areas', 'What it looked at.', text('Area', 'One area.')),
    grade: choice('Grade', 'The overall word.', QUALITY_GRADES).optional(),
    grades: mapOf('Grades', 'The word for each area.', choice('Grade', 'The word for this area.', QUALITY_GRADES), {
      phrase: 'by area:',
    }),
    answers: mapOf('Answers', 'What was found, by area or question.', text('Answer', 'What was found.'), {
      phrase: '',
    }),
    finding: text('Finding', 'What it found.', { phrase: '' }).optional(),
    stated: statedFor('finding'),
    actions,
  })),
  ['id', 'title'],
  { reader: 'Peer quality reviews' },
)

export const issues = list(
  'Issues',
  'What has gone wrong.',
  group('Issue', 'One issue.', () => ({
    id: shortId,
    title: text('Title', 'What is wrong.'),
    owner: text('Owner', 'The role that deals with it.', { names: 'role' }).optional(),
    opened: day('Opened', 'When it arose.').optional(),
    closed: day('Closed', 'When it was resolved.').optional(),
  })),
  ['id', 'title'],
)

/** A fingerprint: `h` and sixteen hexadecimal digits. The letter keeps readers of YAML from reading a number. */
const fingerprint = (label: string, help: string) =>
  formed(
    label,
    help,
    /^h[0-9a-f]{16}$/,
    'partners record review makes it: restore it from git, or record the review of that day again',
    { example: 'h3f2a9c1b5d7e8f60' },
  )

const stamp = groupWith(
  'Stamp',
  'What was reviewed; made by partners record review, never by hand.',
  { phrase: false },
  () => ({
    scheme: number('Scheme', 'The version of the list of fingerprinted fields.', 1, 1_000_000, { example: '1' }),
    reviewed: fingerprint('Fingerprint of the entry', 'Of the fields of this entry that a review covers.'),
    tier: id('Tier', 'The tier that it had.', { example: 'major' }),
    agreement: fingerprint(
      'Fingerprint of the agreement',
      'Of the documents that bind the partners; absent if there were none.',
    ).optional(),
    parent: fingerprint(
      'Fingerprint of the parent',
      'Of the partnership that it is a part of; absent if there was none.',
    ).optional(),
    partners: mapOf(
      'Partner organisations',
      'By id, without our own organisation.',
      fingerprint('Fingerprint of a partner', 'Of the organisation at that time.'),
    ),
  }),
)

export const reviews = list(
  'Reviews',
  'Full reviews that took place.',
  group('Review', 'One review.', () => ({
    date: day('Date', 'When it took place.', { past: 'a review' }),
    by: text('By', 'The role or body that reviewed.', { names: 'role-or-any-body' }).optional(),
    outcome: choice('Outcome', 'What was decided.', { continue: '', change: '', renew: '', end: '' }).optional(),
    note: text('Note', 'What was discussed.', { phrase: '' }).optional(),
    stamp: stamp.optional(),
  })),
  ['date'],
)

export const benefits = list(
  'Benefits',
  'What it is meant to achieve.',
  group('Benefit', 'One benefit.', () => ({
    id: shortId,
    title: text('Title', 'The benefit.'),
    objective: number('Objective', 'Number of an objective.', 1, undefined, { names: 'objective' }).optional(),
    for: text('For', 'Who gains.').optional(),
    measure: text('Measure', 'How it is measured.').optional(),
    baseline: text('Baseline', 'The value before.', { phrase: 'before:' }).optional(),
    target: text('Target', 'The value wanted.').optional(),
    due: day('Due', 'By when.', { phrase: 'by' }).optional(),
    actual: text('Actual', 'The value reached.', { phrase: 'reached:' }).optional(),
    outcome: choice('Outcome', 'Whether it was achieved; worked out where baseline, target and actual are numbers.', {
      met: 'as planned, or better',
      'partly-met': 'less than planned',
      missed: 'not achieved',
      'given-up': 'no longer sought; say why in the note',
    }).optional(),
    owner: text('Owner', 'The role that is accountable for it.', { names: 'role' }).optional(),
    note,
  })),
  ['id', 'title'],
)

export const measures = list(
  'Measures',
  'Activity and performance figures.',
  group('Measure', 'One figure.', () => ({
    id: shortId,
    title: text('Title', 'What is counted.'),
    period: day('Period', 'The time that it covers.', { phrase: '' }).optional(),
    actual: text('Actual', 'What it was.', { example: '15,000', phrase: '' }).optional(),
    target: text('Target', 'What was wanted.').optional(),
    note: text('Note', 'Where it is from, and what else matters.', { phrase: '' }).optional(),
  })),
  ['id', 'title', 'period'],
  { reader: 'Figures of activity' },
)

export const milestones = list(
  'Milestones',
  'Steps of its plan.',
  group('Milestone', 'One step.', () => ({
    id: shortId,
    title: text('Title', 'The step.'),
    output: text('Output', 'What it produces.').optional(),
    due: day('Due', 'By when.').optional(),
    done: day('Done', 'When it was reached.', { phrase: 'reached', past: 'the end of a step' }).optional(),
    note,
  })),
  ['id', 'title'],
)

export const headlines = list(
  'Headlines',
  'What the Board should know.',
  group('Headline', 'One headline.', () => ({
    id: shortId,
    date: day('Date', 'When it was news.'),
    tone: choice(
      'Tone',
      'Whether it is good news.',
      { good: 'good news', neutral: 'news', concern: 'a concern' },
      { words: { good: '', neutral: '', concern: 'a concern' } },
    ).optional(),
    text: text('Text', 'A sentence or two.', { phrase: '' }),
    stated: statedFor('text'),
  })),
  ['id', 'date'],
)
