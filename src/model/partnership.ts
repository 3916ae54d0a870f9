import type * as z from 'zod'
import {
  choice,
  code,
  day,
  dayOrNone,
  duration,
  exactDay,
  flag,
  group,
  id,
  list,
  mapOf,
  money,
  number,
  share,
  text,
} from './fields.js'
import { actions, assessment, bodies, documents, exceptions, risk, sources } from './parts.js'

const amount = {
  amount: money('Amount', 'As people write it: 8.6m, 250k, 8,600,000.'),
  per: choice('Per', 'What the amount is for.', {
    year: 'each year',
    total: 'the whole term',
    once: 'one-off',
  }).optional(),
  basis: choice('Basis', 'How sure the amount is; exact unless said.', {
    exact: 'the very sum',
    approximate: 'about',
    'just-under': 'nearly',
    'at-least': 'this or more',
    'up-to': 'this or less',
  }).optional(),
  stated: text('Stated', 'The words of the paper.').optional(),
  period: day('Period', 'The time that it is for.').optional(),
}

const value = group('Value', 'The sum that decides the tier.', {
  ...amount,
  direction: choice('Direction', 'Which way the money goes.', {
    income: 'to us',
    spend: 'from us',
    pooled: 'into one fund',
  }).optional(),
  ours: money('Our share', 'The part of it that is ours.').optional(),
}).optional()

const amounts = list(
  'Amounts',
  'Other money: budgets managed, running costs, savings, cuts, one-off sums. Never part of the value.',
  group('Amount', 'One sum.', {
    title: text('Title', 'What it is.'),
    ...amount,
    each: flag('Each', 'True when the sum is for each of several.').optional(),
    from: text('From', 'Who pays.').optional(),
    for: text('For', 'What it is for.').optional(),
  }),
  ['title'],
)

const partners = list(
  'Partners',
  'Everyone in it, ourselves included.',
  group('Partner', 'One organisation, or a group that is not named.', {
    organisation: id('Organisation', 'Id of a file in organisations/.').optional(),
    group: text('Group', 'What they are, where they are not named.', { example: 'GP federations' }).optional(),
    count: number('Count', 'How many the group has.', 1).optional(),
    roles: list(
      'Roles',
      'What it does in the partnership.',
      choice('Partner role', 'Its part.', {
        lead: 'leads',
        host: 'employs, holds money and signs for all',
        member: 'takes part',
        commissioner: 'plans and pays',
        provider: 'delivers',
        subcontractor: 'delivers for a provider',
        funder: 'gives money',
        regulator: 'oversees by law',
      }),
    ),
    share: share('Share', 'Its part of the whole.').optional(),
    pays: money('Pays', 'What it pays a year.').optional(),
    note: text('Note', 'What else matters.').optional(),
  }),
  ['organisation', 'group'],
)

const state = choice('State', 'How far it is.', {
  planned: 'not begun',
  'under-way': 'begun',
  reported: 'finished',
}).optional()

const evaluations = list(
  'Evaluations',
  'Evaluations of the partnership.',
  group('Evaluation', 'One evaluation.', {
    id: id('Id', 'A short name.').optional(),
    title: text('Title', 'What it looks at.'),
    by: list('By', 'Who carries it out.', text('Organisation', 'Organisation id or name.')),
    state,
    period: day('Period', 'The time that it covers.').optional(),
    due: day('Due', 'When it reports.').optional(),
    'reports-to': text('Reports to', 'Body that gets the report.').optional(),
    grade: text('Grade', 'Its overall word.').optional(),
    finding: text('Finding', 'What it found.').optional(),
    actions,
  }),
  ['id', 'title'],
)

const qualityReviews = list(
  'Quality reviews',
  'Peer-to-peer reviews by another partner.',
  group('Quality review', 'One round.', {
    id: id('Id', 'A short name.').optional(),
    title: text('Title', 'What is reviewed.'),
    reviewer: id('Reviewer', 'Id of the organisation that reviews.').optional(),
    reviewed: id('Reviewed', 'Id of the organisation that is reviewed.').optional(),
    state: choice('State', 'How far it is.', {
      planned: 'not begun',
      'under-way': 'begun',
      done: 'finished',
    }).optional(),
    period: day('Period', 'When it was held.').optional(),
    due: day('Due', 'When it is to be held.').optional(),
    areas: list('Areas', 'What it looked at.', text('Area', 'One area.')),
    grade: choice('Grade', 'The overall word.', {
      outstanding: '',
      good: '',
      'requires-improvement': '',
      inadequate: '',
    }).optional(),
    finding: text('Finding', 'What it found.').optional(),
    actions,
  }),
  ['id', 'title'],
)

/** A partnership as its keeper writes it. */
export const partnershipSchema = group('Partnership', 'Two or more bodies that work together for a shared aim.', {
  name: text('Name', 'The name that papers use.'),
  aliases: list('Aliases', 'Other names in use.', text('Alias', 'One other name.')),
  summary: text('Summary', 'What it is, in a sentence.').optional(),
  status: choice('Partnership status', 'Where it is in its life.', {
    proposed: 'not yet agreed',
    active: 'running',
    'under-review': 'running, its future is being decided',
    ending: 'being wound up',
    ended: 'over',
  }),
  kind: choice('Kind', 'The strongest bond between the partners.', {
    informal: 'no paper, no money',
    memorandum: 'memorandum of understanding',
    network: 'many peers under terms of reference',
    'hosted-service': 'one body runs it for all',
    'service-agreement': 'service level agreement between public bodies',
    grant: 'money for a purpose, no purchase',
    'lead-commissioner': 'one buys for several',
    'section-75': 'NHS Act 2006 arrangement between NHS body and council',
    contract: 'binding, purchased',
    'joint-venture': 'a new legal body',
    statutory: 'the law says so',
    'joint-committee': 'delegated powers',
    alliance: 'several under one agreement',
    pilot: 'a trial',
    oversight: 'a body that oversees',
    recognition: 'recognised representatives',
    internal: 'between parts of one body',
  }).optional(),
  procurement: choice('Procurement', 'How it was let.', {
    none: 'no purchase',
    'single-action-waiver': 'approved exception to competition',
    'direct-award': 'awarded without competition',
    framework: 'called off a framework',
    competitive: 'tendered',
  }).optional(),
  'procurement-detail': code('Procurement detail', 'The legal route, such as psr-c.').optional(),
  parent: id('Parent', 'Id of the partnership that this is a part of.').optional(),
  directorate: text('Directorate', 'Id or name of a directorate in register.yaml.').optional(),
  service: text('Service', 'The service that it belongs to.').optional(),
  stage: text('Stage', 'Where it is in its plan.').optional(),
  scope: text('Scope', 'What is in and what is out.').optional(),
  goals: list('Goals', 'What it wants to reach.', text('Goal', 'One goal.')),
  lead: text('Lead', 'The role that runs it; listed in register.yaml.', {
    example: 'Service Manager, Adult Community',
  }).optional(),
  sponsor: text('Sponsor', 'The executive role that answers for it; listed in register.yaml.').optional(),
  start: day('Start', 'When it began.').optional(),
  end: dayOrNone('End', 'Its last day, or none where it is open-ended.').optional(),
  notice: duration('Notice', 'How long before the end notice is given.').optional(),
  'extendable-to': day('Extendable to', 'The last day after all extensions.').optional(),
  'minimum-term': duration('Minimum term', 'How long it cannot be left.').optional(),
  confirmed: exactDay('Confirmed', 'When the lead last said that all here is right.').optional(),
  confidential: flag('Confidential', 'True keeps it out of what is published.').optional(),
  value,
  amounts,
  'shares-by': text('Shares by', 'The rule of the shares where the numbers are not known.').optional(),
  importance: group('Importance', 'What it contributes to the objectives.', {
    level: choice('Level', 'How much depends on it.', {
      low: 'helpful',
      medium: 'slower or dearer without it',
      high: 'an objective fails without it',
    }),
    reason: text('Reason', 'Why.').optional(),
  }).optional(),
  objectives: list('Objectives', 'Numbers of the objectives in register.yaml.', number('Objective', 'A number.', 1)),
  data: group('Data', 'Personal data that passes between the partners.', {
    level: choice('Data level', 'The most sensitive data.', {
      none: 'no personal data',
      incidental: 'may see or hear people’s affairs',
      personal: 'personal data',
      'special-category': 'health and other special data',
    }),
    direction: choice('Direction', 'Seen from us.', { in: 'to us', out: 'from us', both: 'both ways' }).optional(),
    systems: list('Systems', 'Where it is kept.', text('System', 'One system.')),
    processor: choice('Processor', 'Who processes for whom.', {
      partner: 'a partner for us',
      us: 'we for a partner',
      none: 'each is a controller',
    }).optional(),
    'shared-record': flag('Shared record', 'True when partners use one record or system.').optional(),
  }).optional(),
  care: flag('Care', 'True when people get care or support from or with the partner.').optional(),
  partners,
  bodies,
  responsibilities: list(
    'Responsibilities',
    'Who does what.',
    group('Responsibility', 'One function.', {
      function: text('Function', 'What is done.'),
      accountable: list(
        'Accountable',
        'Exactly one: an organisation, body or role, or every-member.',
        text('Accountable', 'One.'),
      ),
      responsible: list('Responsible', 'Who sees to it.', text('Responsible', 'One.')),
      delivers: list('Delivers', 'Who does it.', text('Delivers', 'One.')),
    }),
    ['function'],
  ),
  delegations: list(
    'Delegations',
    'Powers that are passed on.',
    group('Delegation', 'One power.', {
      power: text('Power', 'What may be decided.'),
      from: text('From', 'Whose power it is.'),
      to: text('To', 'Who may use it.'),
      limit: text('Limit', 'How far it goes.').optional(),
    }),
    ['power', 'to'],
  ),
  interests: list(
    'Interests',
    'Declared interests.',
    group('Interest', 'One interest.', {
      who: text('Who', 'The role or organisation.', { sensitive: true }),
      what: text('What', 'The interest.', { sensitive: true }),
      declared: day('Declared', 'When it was declared.').optional(),
    }),
    ['who', 'what'],
  ),
  rationale: text('Rationale', 'Why the partnership exists.').optional(),
  controls: text('Control measures and structures', 'How it is kept in hand.').optional(),
  'risk-summary': text('Risks and mitigation', 'Its risks in words.').optional(),
  position: text('Current status', 'How things stand.').optional(),
  liabilities: text('Liabilities', 'What we would owe.').optional(),
  exit: text('Exit', 'How it could end without harm.').optional(),
  assessments: list('Assessments', 'Grades, each with its day.', assessment, ['date']),
  risks: list('Risks', 'What could go wrong.', risk, ['id', 'title', 'category']),
  issues: list(
    'Issues',
    'What has gone wrong.',
    group('Issue', 'One issue.', {
      id: id('Id', 'A short name.').optional(),
      title: text('Title', 'What is wrong.'),
      owner: text('Owner', 'The role that deals with it.').optional(),
      opened: day('Opened', 'Since when.').optional(),
      closed: day('Closed', 'When it was over.').optional(),
    }),
    ['id', 'title'],
  ),
  documents,
  reviews: list(
    'Reviews',
    'Full reviews that were held.',
    group('Review', 'One review.', {
      date: day('Date', 'When it was held.'),
      by: text('By', 'The role or body that reviewed.').optional(),
      outcome: choice('Outcome', 'What was decided.', { continue: '', change: '', renew: '', end: '' }).optional(),
      note: text('Note', 'What was said.').optional(),
    }),
    ['date'],
  ),
  'quality-reviews': qualityReviews,
  evaluations,
  standard: group('Standard', 'The organisation’s own partnership standard.', {
    version: text('Version', 'The version that was signed.'),
    agreed: day('Agreed', 'When it was signed.').optional(),
  }).optional(),
  benefits: list(
    'Benefits',
    'What it is to bring.',
    group('Benefit', 'One benefit.', {
      id: id('Id', 'A short name.').optional(),
      title: text('Title', 'The benefit.'),
      objective: number('Objective', 'Number of an objective.', 1).optional(),
      for: text('For', 'Who gains.').optional(),
      measure: text('Measure', 'How it is seen.').optional(),
      baseline: text('Baseline', 'Before.').optional(),
      target: text('Target', 'Wanted.').optional(),
      due: day('Due', 'By when.').optional(),
      actual: text('Actual', 'Reached.').optional(),
    }),
    ['id', 'title'],
  ),
  measures: list(
    'Measures',
    'Activity and performance figures.',
    group('Measure', 'One figure.', {
      id: id('Id', 'A short name.').optional(),
      title: text('Title', 'What is counted.'),
      period: day('Period', 'The time that it covers.').optional(),
      actual: text('Actual', 'What it was.', { example: '15,000' }).optional(),
      target: text('Target', 'What was wanted.').optional(),
    }),
    ['id', 'title', 'period'],
  ),
  milestones: list(
    'Milestones',
    'Steps of its plan.',
    group('Milestone', 'One step.', {
      id: id('Id', 'A short name.').optional(),
      title: text('Title', 'The step.'),
      due: day('Due', 'By when.').optional(),
      done: day('Done', 'When it was reached.').optional(),
    }),
    ['id', 'title'],
  ),
  actions,
  recommendations: list(
    'Recommendations',
    'What was recommended.',
    group('Recommendation', 'One.', {
      id: id('Id', 'A short name.').optional(),
      title: text('Title', 'The recommendation.'),
      action: text('Action', 'What is done about it.').optional(),
      due: day('Due', 'By when.').optional(),
    }),
    ['id', 'title'],
  ),
  headlines: list(
    'Headlines',
    'What the Board should hear.',
    group('Headline', 'One headline.', {
      id: id('Id', 'A short name.').optional(),
      date: day('Date', 'When it was news.'),
      tone: choice('Tone', 'How good it is.', { good: 'good news', neutral: 'news', concern: 'a concern' }).optional(),
      text: text('Text', 'A sentence or two.'),
    }),
    ['id', 'date'],
  ),
  tier: group('Tier', 'An override of the computed tier.', {
    at: id('At', 'The tier to use.'),
    reason: text('Reason', 'Why.').optional(),
    by: text('By', 'The role that decided.').optional(),
    until: day('Until', 'Its last day.').optional(),
  }).optional(),
  exceptions,
  sources,
  unknown: mapOf(
    'Unknown',
    'What is not known, by path, each with the reason; the Board sees it.',
    text('Reason', 'Why it is not known.'),
  ),
})

/** The data of a partnership's file. */
export type PartnershipData = z.output<typeof partnershipSchema>
export interface Partnership extends PartnershipData {
  /** The file's name without its ending. */
  readonly id: string
  readonly file: string
}

/** Headings of a markdown partnership and the fields that they fill. */
export const NARRATIVE_HEADINGS: Record<string, string> = {
  Summary: 'summary',
  Scope: 'scope',
  Rationale: 'rationale',
  'Control measures and structures': 'controls',
  'Risks and mitigation': 'risk-summary',
  'Current status': 'position',
  Liabilities: 'liabilities',
  Exit: 'exit',
}
