import { choice, code, day, dayOrNone, grade, group, groupWith, id, list, mapOf, number, text } from './fields.js'
import { statedByKey } from './source-words.js'

/** Parts that several kinds of record share. Allowed values: docs/domain.md, section 5. */

export const note = text('Note', 'What else matters.', { phrase: '' }).optional()
export const shortId = id('Id', 'A short name.', { phrase: false }).optional()
export const unknown = mapOf(
  'Unknown',
  'What is not known, by path, each with the reason.',
  text('Reason', 'Why it is not known.'),
)
export const state = choice('State', 'The stage that it has reached.', {
  planned: 'not begun',
  'under-way': 'begun',
  reported: 'finished',
}).optional()

/** The scales of a risk, from 1 to 5. */
export const LIKELIHOODS = ['rare', 'unlikely', 'possible', 'likely', 'almost certain'] as const
export const CONSEQUENCES = ['negligible', 'minor', 'moderate', 'major', 'catastrophic'] as const

export const sources = list(
  'Sources',
  'The papers and places that this file was written from.',
  text('Source', 'Paper and place in it.'),
)

const action = group('Action', 'Something that somebody has to do.', () => ({
  id: id('Id', 'A short name, unique in this list; the title is used where left out.', { phrase: false }).optional(),
  title: text('Title', 'What is to be done.'),
  owner: text('Owner', 'The role that does it.', { example: 'Chief Operating Officer', names: 'role' }).optional(),
  due: day('Due', 'The last day, as exact as it is known.').optional(),
  done: day('Done', 'When it was done.', { past: 'the end of a step' }).optional(),
  note: text('Note', 'How it is going.', { phrase: '' }).optional(),
}))
export const actions = list('Actions', 'What somebody has to do.', action, ['id', 'title'])

const body = group('Body', 'A board, committee or group that governs.', () => ({
  id: id('Id', 'A short name for references.', { phrase: false }),
  name: text('Name', 'Its full name.'),
  kind: text('Kind', 'Board, committee, group, forum.', { phrase: '' }).optional(),
  remit: text('Remit', 'What it is for, and what it may decide.', { phrase: '' }).optional(),
  chair: text('Chair', 'The role that chairs it.', { names: 'role', phrase: 'chaired by' }).optional(),
  'reports-to': list(
    'Reports to',
    'Ids of bodies, or member-boards.',
    id('Body', 'Id of a body, or member-boards.', { names: 'body' }),
  ),
  supports: list(
    'Supports',
    'Ids of bodies whose work it helps without answering to them.',
    id('Body', 'Id of a body.', { names: 'body' }),
    [],
    { phrase: 'supports' },
  ),
  members: list(
    'Members',
    'Organisations or roles that sit on it.',
    text('Member', 'Organisation id or role.', { names: 'party-or-text' }),
  ),
  meets: text('Meets', 'How often.', { phrase: 'meets' }).optional(),
  terms: text('Terms', 'Where its terms of reference are.', { phrase: 'terms of reference:' }).optional(),
}))
export const bodies = list('Bodies', 'The boards, committees and groups that govern it.', body, ['id'], {
  reader: 'Boards and groups',
})

const document = group('Document', 'An agreement, assessment, certificate or other paper that is kept.', () => ({
  type: id('Type', 'Its id in the policy’s list of documents.', {
    example: 'agreement',
    names: 'document-type',
    phrase: false,
  }),
  title: text('Title', 'Its own title.', { phrase: '' }).optional(),
  status: choice(
    'Document status',
    'Only where it does not follow from the days.',
    {
      requested: 'requested, not yet received',
      draft: 'being written',
      agreed: 'agreed; no signature recorded',
      signed: 'signed; the day is not known',
      'in-force': 'in force; whether and when it was signed is not known',
      superseded: 'replaced by a newer one',
      'not-applicable': 'not needed here, with a reason',
    },
    {
      reader: 'Status',
      also: {
        'n/a': 'not-applicable',
        na: 'not-applicable',
        expired: 'leave the status out, and write the last day under expires',
      },
    },
  ).optional(),
  reason: text('Reason', 'Why it is not applicable.', { phrase: 'because:' }).optional(),
  version: text('Version', 'Its version.', { phrase: 'version' }).optional(),
  covers: list(
    'Covers',
    'Ids of what the policy says that it must contain, and that somebody found in it.',
    id('Content', 'One of the contents in the policy.'),
    [],
    { phrase: 'checked for' },
  ),
  rating: choice(
    'Rating',
    'The risk that a due diligence found.',
    { low: '', medium: '', high: '' },
    {
      sensitivity: 'board',
      phrase: 'rated',
      also: { green: 'low', amber: 'medium', moderate: 'medium', red: 'high' },
    },
  ).optional(),
  organisation: id('Organisation', 'The partner organisation that it belongs to.', {
    names: 'organisation',
    phrase: 'of',
  }).optional(),
  parties: list(
    'Parties',
    'Who it binds.',
    text('Party', 'Organisation id or name.', { names: 'organisation-or-text' }),
    [],
    { phrase: 'binds' },
  ),
  'signed-by': list('Signed by', 'Roles that signed.', text('Role', 'A role, not a person.', { names: 'role' })),
  signed: day('Day of signature', 'When it was signed or accepted.', {
    phrase: 'signed',
    past: 'a signature',
  }).optional(),
  expires: dayOrNone('Expires', 'Its last day in force, or none.', {
    phrase: 'until',
    words: { none: 'without an end' },
  }).optional(),
  link: text('Link', 'Where it is kept.', { phrase: 'kept at' }).optional(),
  sha256: code('SHA-256', 'Checksum of the file that was seen.', { phrase: false }).optional(),
  'seen-by': text('Seen by', 'The role that saw it.', { names: 'role' }).optional(),
  'seen-on': day('Seen on', 'When it was seen.').optional(),
  note,
}))
export const documents = list('Documents', 'What is kept, requested or not needed.', document, [
  'type',
  'organisation',
  'title',
])

const exception = group('Exception', 'A dated permission to break a rule, with the reason.', () => ({
  rule: code('Rule', 'Code of the rule, such as document/missing.', { names: 'rule', phrase: false }),
  about: text('About', 'The part that it is about, as a path or a document type; all of it where left out.').optional(),
  reason: text('Reason', 'Why it is right for now.', { phrase: '' }),
  by: text('By', 'The role or body that allows it.', { names: 'role-or-any-body' }),
  until: day('Until', 'Its last day.'),
}))
export const exceptions = list('Exceptions', 'Dated permissions to break a rule.', exception, ['rule', 'about'], {
  reader: 'Exceptions from what is required',
})

const score = (label: string, help: string, words: readonly string[]) => {
  const also = Object.fromEntries(words.map((word, index) => [word, String(index + 1)]))
  return number(label, help, 1, 5, { example: '3', also }).optional()
}

export const risk = group('Risk', 'Something uncertain that would cause harm.', () => ({
  id: id('Id', 'A short name, unique in this list.', { phrase: false }).optional(),
  category: id('Category', 'One of the policy’s risk categories.', {
    example: 'finances',
    names: 'risk-category',
    phrase: 'category',
  }).optional(),
  title: text('Title', 'The risk in a few words.').optional(),
  cause: text('Cause', 'Because of …', { phrase: 'because:' }).optional(),
  effect: text('Effect', '… leading to …', { phrase: 'leading to:' }).optional(),
  likelihood: score(
    'Likelihood',
    '1 rare to 5 almost certain, or a step of risk-matrix in register.yaml, with today’s controls.',
    LIKELIHOODS,
  ),
  consequence: score(
    'Consequence',
    '1 negligible to 5 catastrophic, or a step of risk-matrix in register.yaml, with today’s controls.',
    CONSEQUENCES,
  ),
  target: number('Target', 'The score to reach, likelihood times consequence.', 1, 25).optional(),
  mitigation: text('Mitigation', 'What is done about it.').optional(),
  owner: text('Owner', 'The role that is accountable for it.', { names: 'role' }).optional(),
  due: day('Due', 'By when the mitigation is in place.', { phrase: 'by' }).optional(),
  status: choice(
    'Risk status',
    'Open where left out.',
    { open: 'still a risk', accepted: 'accepted by somebody named', closed: 'no longer a risk' },
    { words: { open: '' } },
  ).optional(),
  'accepted-by': text('Accepted by', 'The role or body that accepted it.', { names: 'role-or-any-body' }).optional(),
  opened: day('Opened', 'When it was first seen.', { phrase: 'first seen' }).optional(),
  none: text('Why there is no risk above 3', 'Why there is no risk above 3 in this category.', {
    phrase: 'no risk above 3:',
  }).optional(),
}))

/** That a partnership, or a partner organisation, has signed the partnership standard. */
export const standard = groupWith(
  'Standard',
  'The organisation’s own partnership standard.',
  { reader: 'Partnership standard' },
  () => ({
    version: text('Version', 'The version that was signed.', {
      reader: 'Which version of the standard was signed',
      phrase: 'version',
    }),
    agreed: day('Agreed', 'When it was signed.', { reader: 'When the standard was signed' }).optional(),
  }),
).optional()

export const recommendations = list(
  'Recommendations',
  'What was recommended, and what we do about it.',
  group('Recommendation', 'One.', () => ({
    id: shortId,
    title: text('Title', 'The recommendation.'),
    priority: choice('Priority', 'How urgent it is.', { high: '', medium: '', low: '' }).optional(),
    response: text('Response', 'What management answered.', { phrase: 'management’s response:' }).optional(),
    action: text('Action', 'What is done about it.', { phrase: '' }).optional(),
    owner: text('Owner', 'The role that carries it out.', { names: 'role' }).optional(),
    due: day('Due', 'By when.').optional(),
    done: day('Done', 'When it was carried out.', { past: 'the end of a step' }).optional(),
    note,
  })),
  ['id', 'title'],
)

export const audit = group('Audit', 'An audit or outside review that concerns partnerships.', () => ({
  id: shortId,
  title: text('Title', 'What it looks at.'),
  by: text('By', 'Organisation id or name of the auditor.', { names: 'organisation-or-text' }).optional(),
  state,
  partnerships: list(
    'Partnerships',
    'Ids of those that were sampled.',
    id('Partnership', 'Id of a partnership.', { names: 'partnership' }),
    [],
    { phrase: 'looks at' },
  ),
  'reports-to': text('Reports to', 'Body that gets the report.', { names: 'body-or-text' }).optional(),
  due: day('Due', 'When it reports.').optional(),
  opinion: text('Opinion', 'The auditor’s word, with its scale.').optional(),
  recommendations,
  note,
}))

/** Of an organisation, or of a partnership's own governance. */
export const selfAssessment = group('Self-assessment', 'One round.', () => ({
  date: day('Date', 'When it was completed.', { past: 'a self-assessment' }),
  form: text('Form', 'Which form and version.', { phrase: '' }).optional(),
  status: choice(
    'Self-assessment status',
    'What was decided about it; received where left out.',
    {
      accepted: 'good enough',
      'accepted-with-actions': 'good enough, with actions to follow',
      'not-accepted': 'not good enough',
      received: 'nobody has decided yet',
    },
    { reader: 'Status' },
  ).optional(),
  'decided-by': text('Decided by', 'The role that decided whether to accept it.', { names: 'role' }).optional(),
  'decided-on': day('Decided on', 'When that was decided.', { past: 'a decision' }).optional(),
  result: text('Result', 'The result in words.', { phrase: '' }).optional(),
  answers: mapOf('Answers', 'By question.', text('Answer', 'The answer.'), { phrase: '' }),
  source: text('Source', 'Where this information comes from.', { phrase: 'source:' }).optional(),
}))

export const assessment = group('Assessment', 'Governance, relationships and outcomes graded on a day.', () => ({
  date: day('Date', 'When it was graded.', { past: 'an assessment' }),
  by: text('By', 'The role or body that graded.', { names: 'role-or-any-body' }).optional(),
  governance: grade('Governance', 'Are rules clear, current and used?').optional(),
  relationships: grade('Relationships', 'Do the partners work well together?').optional(),
  outcomes: grade('Outcomes', 'Is it achieving what it is for?').optional(),
  'too-early': list(
    'Too early',
    'Aspects that it is too early to grade.',
    choice('Aspect', 'One of the three.', { governance: '', relationships: '', outcomes: '' }),
  ),
  comments: group('Comments', 'Why each grade is what it is.', () => ({
    governance: text('Comment on governance', 'Why it has its grade.').optional(),
    relationships: text('Comment on relationships', 'Why they have their grade.').optional(),
    outcomes: text('Comment on outcomes', 'Why they have their grade.').optional(),
  })).optional(),
  stated: statedByKey(
    {
      governance: 'Words of the source on governance',
      relationships: 'Words of the source on relationships',
      outcomes: 'Words of the source on outcomes',
    },
    'comments',
  ),
}))
