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
  groupWith,
  id,
  list,
  mapOf,
  number,
  text,
} from './fields.js'
import {
  actions,
  assessment,
  bodies,
  documents,
  exceptions,
  recommendations,
  risk,
  selfAssessment,
  sources,
  standard,
} from './parts.js'
import { KIND_WORDS, PARTNERSHIP_KINDS } from './partnership-kinds.js'
import { data } from './partnership-data.js'
import { amounts, value } from './partnership-money.js'
import { delegations, interests, partners, responsibilities } from './partnership-people.js'
import {
  benefits,
  evaluations,
  headlines,
  issues,
  measures,
  milestones,
  qualityReviews,
  reviews,
} from './partnership-progress.js'
import type { Filed } from './place.js'
import { statedByKey } from './source-words.js'

const PROCUREMENT_REGIMES = {
  'provider-selection': 'Provider Selection Regime, for health care services',
  'procurement-act': 'Procurement Act 2023',
  'light-touch':
    'Procurement Act 2023, light touch: social care, education, leisure, culture, legal and similar services',
  neither: 'neither applies, or it was let under earlier law',
} as const

/** A partnership as its keeper writes it. */
export const partnershipSchema = group(
  'Partnership',
  'Two or more bodies that work together for a shared aim.',
  () => ({
    name: text('Name', 'The name that papers use.'),
    aliases: list('Aliases', 'Other names in use.', text('Alias', 'One other name.'), [], { reader: 'Other names' }),
    reference: code('Reference', 'Its number in a list of contracts, agreements or minutes.', {
      example: '"C-2026/014"',
    }).optional(),
    summary: text('Summary', 'What it is, in a sentence.', { prose: true }).optional(),
    order: number(
      'Place in papers',
      'Its place in papers that otherwise go by tier, value or name; the lowest comes first.',
      1,
      undefined,
      { phrase: false },
    ).optional(),
    status: choice(
      'Partnership status',
      'Where it is in its life.',
      {
        proposed: 'not yet agreed',
        active: 'running',
        'under-review': 'running, its future is being decided',
        ending: 'being wound up',
        ended: 'over',
      },
      {
        reader: 'Status',
        also: { closed: 'ended', finished: 'ended', terminated: 'ended', live: 'active', current: 'active' },
      },
    ),
    kind: choice('Kind', 'The strongest bond between the partners.', PARTNERSHIP_KINDS, {
      lookedFor: true,
      also: KIND_WORDS,
    }).optional(),
    procurement: choice(
      'Procurement',
      'How it was let.',
      {
        none: 'no purchase',
        'single-action-waiver': 'approved exception to competition',
        'direct-award': 'awarded without competition',
        framework: 'called off a framework',
        competitive: 'tendered',
      },
      { lookedFor: true },
    ).optional(),
    statutory: flag('Statutory', 'True when the law requires it.', {
      words: { true: 'required by law', false: 'not required by law' },
    }).optional(),
    'procurement-detail': code('Procurement detail', 'The legal route, such as psr-c.').optional(),
    'procurement-regime': choice(
      'Procurement regime',
      'The law under which it was, or is to be, let.',
      PROCUREMENT_REGIMES,
      { also: { psr: 'provider-selection', 'pa-2023': 'procurement-act', pa2023: 'procurement-act', none: 'neither' } },
    ).optional(),
    parent: id('Parent', 'Id of the partnership that this is a part of.', { names: 'partnership' }).optional(),
    directorate: text('Directorate', 'Id or name of a directorate in register.yaml.', {
      names: 'directorate',
      lookedFor: true,
    }).optional(),
    service: text('Service', 'The service that it belongs to.').optional(),
    stage: text('Stage', 'Where it is in its plan.').optional(),
    scope: text('Scope', 'What is in and what is out.', { prose: true }).optional(),
    goals: list('Goals', 'What it wants to achieve.', text('Goal', 'One goal.')),
    lead: text('Lead', 'The role that runs it; listed in register.yaml.', {
      example: 'Service Manager, Adult Community',
      names: 'role',
      lookedFor: true,
    }).optional(),
    sponsor: text('Sponsor', 'The executive role that is accountable for it; listed in register.yaml.', {
      names: 'role',
      lookedFor: true,
    }).optional(),
    'lead-partner': id('Lead partner', 'Id of the organisation that leads it, where its members have one lead.', {
      names: 'organisation',
    }).optional(),
    start: day('Start', 'When it began.', { lookedFor: true }).optional(),
    end: dayOrNone('End', 'Its last day, or none where it is open-ended.', {
      lookedFor: true,
      words: { none: 'open-ended' },
    }).optional(),
    notice: duration('Notice', 'How long before the end notice must be given.').optional(),
    'extendable-to': day('Extendable to', 'The last day after all extensions.', {
      reader: 'Longest possible extension',
    }).optional(),
    'minimum-term': duration('Minimum term', 'How long no partner can leave.').optional(),
    confirmed: exactDay('Confirmed', 'When the lead last confirmed that the entry is right.', {
      reader: 'Last confirmation',
      past: 'a confirmation',
    }).optional(),
    confidential: flag(
      'Confidential',
      'True keeps it out of the published extract of the register; every other paper that describes it says “not for publication”.',
      { words: { true: 'yes, not for publication', false: '' } },
    ).optional(),
    value,
    amounts,
    'shares-by': text('Shares by', 'The rule for the shares where the numbers are not known.', {
      reader: 'Basis of the shares',
    }).optional(),
    importance: groupWith('Importance', 'What it contributes to the objectives.', { lookedFor: true }, () => ({
      level: choice(
        'Level',
        'How much depends on it.',
        { low: 'helpful', medium: 'slower or dearer without it', high: 'an objective fails without it' },
        { reader: 'Importance' },
      ),
      reason: text('Reason', 'Why.', { reader: 'Reason for its importance', phrase: 'because:' }).optional(),
    })).optional(),
    objectives: list(
      'Objectives',
      'Numbers of the objectives in register.yaml.',
      number('Objective', 'A number.', 1, undefined, { names: 'objective' }),
      [],
      { lookedFor: true },
    ),
    data,
    care: flag('Care', 'True when care or support is delivered by or with the partner.', {
      lookedFor: true,
      words: { true: 'care is delivered', false: 'no care is delivered' },
    }).optional(),
    partners,
    bodies,
    responsibilities,
    delegations,
    interests,
    rationale: text('Rationale', 'Why the partnership exists.', { prose: true }).optional(),
    controls: text('Control measures and structures', 'How it is kept under control.', {
      prose: true,
      reader: 'Controls and assurance',
    }).optional(),
    'risk-summary': text('Risks and mitigation', 'Its risks in words.', { prose: true }).optional(),
    position: text('Current status', 'The present position.', { prose: true }).optional(),
    stated: statedByKey({
      summary: 'Summary in the words of the source',
      position: 'Current status in the words of the source',
    }),
    redress: text('Redress', 'Where people complain, who answers, and who puts things right.', {
      prose: true,
      example: 'Complaints go to the trust, which deals with them for all partners.',
    }).optional(),
    liabilities: text('Liabilities', 'What our organisation would be liable for.', { prose: true }).optional(),
    exit: text('Exit', 'How it could end without harm.', { prose: true }).optional(),
    assessments: list('Assessments', 'Grades, each with its day.', assessment, ['date'], { reader: 'Grades' }),
    risks: list('Risks', 'What could go wrong.', risk, ['id', 'title', 'category']),
    issues,
    documents,
    reviews,
    'next-review': day('Next review', 'The day set for its next review, if that is earlier than policy requires.', {
      example: '2027-03',
    }).optional(),
    'quality-reviews': qualityReviews,
    evaluations,
    'self-assessments': list(
      'Self-assessments',
      'Assessments of the partnership’s own governance, each a checklist with its answers.',
      selfAssessment,
      ['date'],
      { reader: 'Self-assessments of its governance' },
    ),
    standard,
    benefits,
    measures,
    milestones,
    actions,
    recommendations,
    headlines,
    tier: group('Tier', 'An override of the computed tier.', () => ({
      at: id('Tier that was decided', 'The tier to use.', { names: 'tier', phrase: 'set to' }),
      reason: text('Reason', 'Why.', { reader: 'Why the tier was set', phrase: 'because:' }).optional(),
      by: text('Who decided the tier', 'The role or body that decided.', {
        names: 'role-or-any-body',
        phrase: 'by',
      }).optional(),
      until: day('Last day of the decided tier', 'Its last day.', { phrase: 'until' }).optional(),
    })).optional(),
    exceptions,
    sources,
    unknown: mapOf(
      'Unknown',
      'What is not known, by path, each with the reason; the Board sees it.',
      text('Reason', 'Why it is not known.'),
    ),
  }),
)

/** The data of a partnership's file. */
export type PartnershipData = z.output<typeof partnershipSchema>
export interface Partnership extends PartnershipData, Filed {
  /** The file's name without its ending. */
  readonly id: string
}
