import type * as z from 'zod'
import { condition, FACTS, type FactName } from './condition.js'
import { sources } from './parts.js'
import { choice, day, duration, durationOrNone, formed, group, id, list, mapOf, money, number, text } from './fields.js'
import { appliesOn, grounds } from './grounds.js'
import { ESCALATIONS, SIGNALS, type Escalation, type SignalName } from './signals.js'
import { qualityQuestions, questions } from './policy-questions.js'

const off = text('Off', 'Removes the inherited entry; the reason why.').optional()
const factName = choice(
  'Fact',
  'What is measured.',
  Object.fromEntries(Object.entries(FACTS).map(([name, { label }]) => [name, label])) as Record<FactName, string>,
)

/** The policies of this release, those to begin with first. */
export const RELEASED_POLICIES = ['nhs-2027', 'council-2026', 'public-body-2026', 'nhs-2026'] as const

/** What a tier requires at intervals. */
export const CADENCES = {
  review: 'review',
  assessment: 'assessment',
  'risk-profile': 'risk profile',
  'self-assessment': 'self-assessment',
  'quality-review': 'peer quality review',
} as const
export type CadenceName = keyof typeof CADENCES

const signal = (label: string, usual: Escalation) => choice(label, `Usually ${usual}.`, ESCALATIONS).optional()

/** A policy. Released defaults and an organisation's own policy have the same format. */
export const policySchema = group('Policy', 'What is required of which partnership.', () => ({
  extends: id('Extends', 'A released policy; entries here replace its entries with the same id.').optional(),
  title: text('Title', 'What this policy is.').optional(),
  sources,
  tiers: mapOf(
    'Tiers',
    'How significant a partnership is, and what that requires.',
    group('Tier', 'One tier.', () => ({
      off,
      points: number('Points', 'The fewest points for this tier.').optional(),
      review: durationOrNone('Review', 'How often it is fully reviewed.').optional(),
      assessment: durationOrNone('Assessment', 'How often it is graded.').optional(),
      'risk-profile': durationOrNone('Risk profile', 'How often its risks are profiled.').optional(),
      'self-assessment': durationOrNone(
        'Self-assessment',
        'How often third-sector partners assess themselves.',
      ).optional(),
      'quality-review': durationOrNone(
        'Quality review',
        'How often peers review it, where care is delivered.',
      ).optional(),
      'in-paper': choice('In paper', 'How it is shown in the Board paper.', {
        named: 'named every time',
        notable: 'named when not all green, overdue or changed',
        poor: 'named when red or long overdue',
        counted: 'only counted',
      }).optional(),
      ...grounds,
    })),
  ),
  points: mapOf(
    'Points',
    'What makes a partnership significant.',
    group('Factor', 'One factor.', () => ({
      off,
      title: text('Title', 'The factor.').optional(),
      fact: factName.optional(),
      bands: list(
        'Bands',
        'Points by amount; the highest band that is reached counts.',
        group('Band', 'One band.', () => ({
          'at-least': text('At least', 'From this amount on.'),
          points: number('Points', 'Its points.'),
        })),
      ),
      values: mapOf('Values', 'Points by word.', number('Points', 'Its points.')),
      unknown: number('Unknown', 'Points where the fact is not known.').optional(),
      ...grounds,
    })),
  ),
  floors: mapOf(
    'Floors',
    'The lowest tiers for some partnerships.',
    group('Floor', 'One floor.', () => ({
      off,
      when: condition('When', 'For which partnerships.').optional(),
      tier: id('Tier', 'The lowest tier.', { names: 'tier' }).optional(),
      ...grounds,
    })),
  ),
  cadence: mapOf(
    'Cadence',
    'When reviews are due sooner.',
    group('Sooner', 'One reason.', () => ({
      off,
      every: duration('Every', 'How often.').optional(),
      half: choice('Half', 'Yes halves the usual time.', { yes: 'half the usual time' }).optional(),
      ...grounds,
    })),
  ),
  unscreened: group('Unscreened', 'What follows where value or personal data are not known.', () => ({
    tier: id('Tier', 'The lowest tier then; standard where left out.', { names: 'tier' }).optional(),
    except: condition('Except', 'Which partnerships are asked about it instead, and not raised.').optional(),
  })).optional(),
  'due-soon': duration('Due soon', 'How long before its day a duty is reported.').optional(),
  'lapsed-after': duration('Lapsed after', 'How long after its day a missing review is an error.').optional(),
  documents: mapOf(
    'Documents',
    'Which partnerships need which documents.',
    group('Document duty', 'One kind of document.', () => ({
      off,
      title: text('Title', 'What it is.').optional(),
      'held-by': choice('Held by', 'Whose document it is.', {
        partnership: 'one for the partnership',
        partner: 'one for each matching partner organisation',
      }).optional(),
      when: condition('When', 'For which partnerships and partners.').optional(),
      'satisfied-by': list(
        'Satisfied by',
        'Other documents that count instead.',
        id('Document', 'Id of a document.', { names: 'document-type' }),
      ),
      valid: durationOrNone('Valid', 'How long it is valid where it has no last day.').optional(),
      'valid-by': choice(
        'Valid by',
        'The cadence of the tier by which it is renewed, where no length is set.',
        CADENCES,
      ).optional(),
      'valid-when': list(
        'Valid when',
        'Other lengths; the first whose condition holds counts.',
        group('Length', 'One length.', () => ({
          when: condition('When', 'For which partnerships and partners.'),
          valid: durationOrNone('Valid', 'How long it is valid then.'),
        })),
      ),
      every: duration('Every', 'How often it is made again, for reports and the like.').optional(),
      'year-end': formed(
        'Year end',
        'It is made for each year that ends on this day, and counts until the end of the next.',
        /^(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])$|^(?:0[469]|11)-(?:0[1-9]|[12]\d|30)$|^02-(?:0[1-9]|1\d|2[0-8])$/,
        'write month and day, such as 06-30',
        { example: '06-30' },
      ).optional(),
      'signed-by': text('Signed by', 'Who signs or accepts it.').optional(),
      contents: mapOf('Contents', 'What it must contain, by id.', text('Content', 'One thing.')),
      ...grounds,
      ...appliesOn,
    })),
  ),
  'self-assessment': questions,
  'quality-review': qualityQuestions,
  'information-levels': mapOf(
    'Information levels',
    'Levels of information governance; the last that applies counts.',
    group('Level', 'One level.', () => ({
      off,
      title: text('Title', 'What it means.').optional(),
      when: condition('When', 'For which partnerships.').optional(),
      ...grounds,
    })),
  ),
  'risk-categories': mapOf(
    'Risk categories',
    'What risks are about.',
    group('Risk category', 'One category.', () => ({
      off,
      title: text('Title', 'The category.').optional(),
      ...grounds,
    })),
  ),
  'risk-bands': mapOf(
    'Risk bands',
    'Names for ranges of scores.',
    group('Risk band', 'One band.', () => ({
      off,
      'at-least': number('At least', 'Its lowest score.', 1, 25).optional(),
      ...grounds,
    })),
  ),
  limits: group('Limits', 'Numbers that rules and papers use.', () => ({
    'paper-value': money(
      'Paper value',
      'Partnerships worth this or more a year are named in the Board paper.',
    ).optional(),
    'procurement-value': money('Procurement value', 'Contracts of this value or more need a procurement.').optional(),
    'whole-life-procurement': money(
      'Whole-life procurement value',
      'Contracts that come to this or more over their whole life need a procurement.',
    ).optional(),
    'lead-load': number('Lead load', 'More partnerships than this overload one lead.', 1).optional(),
    'proposed-for': duration('Proposed for', 'How long a partnership may stay proposed.').optional(),
  })).optional(),
  signals: group(
    'Signals',
    'Where the summary of the Board paper has which news; see the usual places.',
    () =>
      Object.fromEntries(
        Object.entries(SIGNALS).map(([name, { label, usual }]) => [name, signal(label, usual)] as const),
      ) as Record<SignalName, ReturnType<typeof signal>>,
  ).optional(),
  standard: group('Standard', 'The partnership standard in force.', () => ({
    version: text('Version', 'Its version.'),
    from: day('From', 'Partnerships that begin on or after this day sign it.'),
    tiers: list('Tiers', 'Tiers that sign it whenever they began.', id('Tier', 'A tier.', { names: 'tier' })),
  })).optional(),
  checks: mapOf(
    'Checks',
    'The organisation’s own checks; their codes are own/<id>.',
    group('Check', 'One check.', () => ({
      off,
      when: condition('When', 'For which partnerships.').optional(),
      expect: condition('Expect', 'What must hold.').optional(),
      message: text('Message', 'The message where it does not.').optional(),
      severity: choice('Severity', 'Warning where left out.', { error: '', warning: '', info: '' }).optional(),
      ...grounds,
      ...appliesOn,
    })),
  ),
}))

export type Policy = z.output<typeof policySchema>
