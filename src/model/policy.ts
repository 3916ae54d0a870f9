import type * as z from 'zod'
import { condition, FACTS, type FactName } from './condition.js'
import { sources } from './parts.js'
import { choice, day, duration, durationOrNone, group, id, list, mapOf, money, number, text } from './fields.js'
import { questions } from './policy-questions.js'

const off = text('Off', 'Takes the inherited entry out; the reason why.').optional()
const why = text('Why', 'The law, guidance or proposal behind it.').optional()
const factName = choice(
  'Fact',
  'What is measured.',
  Object.fromEntries(Object.entries(FACTS).map(([name, { label }]) => [name, label])) as Record<FactName, string>,
)

/** What a tier asks for again and again. */
export const CADENCES = {
  review: 'review',
  assessment: 'assessment',
  'risk-profile': 'risk profile',
  'self-assessment': 'self-assessment',
  'quality-review': 'peer quality review',
} as const
export type CadenceName = keyof typeof CADENCES

/** A policy: what is asked of which partnership. The same format for the released defaults and an organisation's own. */
export const policySchema = group('Policy', 'What is asked of which partnership.', () => ({
  extends: id('Extends', 'A released policy; own entries replace its entries by id.').optional(),
  title: text('Title', 'What this policy is.').optional(),
  sources,
  tiers: mapOf(
    'Tiers',
    'How significant a partnership is, and what that asks.',
    group('Tier', 'One tier.', () => ({
      off,
      points: number('Points', 'From how many points on.').optional(),
      review: durationOrNone('Review', 'How often it is fully reviewed.').optional(),
      assessment: durationOrNone('Assessment', 'How often it is graded.').optional(),
      'risk-profile': durationOrNone('Risk profile', 'How often its risks are profiled.').optional(),
      'self-assessment': durationOrNone(
        'Self-assessment',
        'How often third-sector partners assess themselves.',
      ).optional(),
      'quality-review': durationOrNone(
        'Quality review',
        'How often peers review it, where people get care.',
      ).optional(),
      'in-paper': choice('In paper', 'How the Board paper tells it.', {
        named: 'named every time',
        notable: 'named when not all green, overdue or changed',
        poor: 'named when red or long overdue',
        counted: 'only counted',
      }).optional(),
      why,
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
        'Points by amount; the highest that is reached counts.',
        group('Band', 'One band.', () => ({
          'at-least': text('At least', 'From this amount on.'),
          points: number('Points', 'Its points.'),
        })),
      ),
      values: mapOf('Values', 'Points by word.', number('Points', 'Its points.')),
      unknown: number('Unknown', 'Points where the fact is not known.').optional(),
      why,
    })),
  ),
  floors: mapOf(
    'Floors',
    'Tiers that a partnership is never below.',
    group('Floor', 'One floor.', () => ({
      off,
      when: condition('When', 'For which partnerships.').optional(),
      tier: id('Tier', 'The lowest tier.', { names: 'tier' }).optional(),
      why,
    })),
  ),
  cadence: mapOf(
    'Cadence',
    'When reviews are due sooner.',
    group('Sooner', 'One reason.', () => ({
      off,
      every: duration('Every', 'How often.').optional(),
      half: choice('Half', 'Yes halves the usual time.', { yes: 'half the usual time' }).optional(),
      why,
    })),
  ),
  'due-soon': duration('Due soon', 'How long before its day a duty is told.').optional(),
  'lapsed-after': duration('Lapsed after', 'How late a review becomes an error.').optional(),
  documents: mapOf(
    'Documents',
    'Which documents which partnership needs.',
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
        'Other documents that will do.',
        id('Document', 'Id of a document.', { names: 'document-type' }),
      ),
      valid: durationOrNone('Valid', 'How long it stays valid when it names no end of its own.').optional(),
      'valid-by': choice(
        'Valid by',
        'The cadence of the tier by which it is renewed, where it has no length of its own.',
        CADENCES,
      ).optional(),
      'valid-when': list(
        'Valid when',
        'Other lengths; the first whose condition holds counts.',
        group('Length', 'One length.', () => ({
          when: condition('When', 'For which partnerships and partners.'),
          valid: durationOrNone('Valid', 'How long it stays valid there.'),
        })),
      ),
      'signed-by': text('Signed by', 'Who signs or accepts it.').optional(),
      why,
    })),
  ),
  'self-assessment': questions,
  'information-levels': mapOf(
    'Information levels',
    'Levels of information governance; the last that applies counts.',
    group('Level', 'One level.', () => ({
      off,
      title: text('Title', 'What it means.').optional(),
      when: condition('When', 'For which partnerships.').optional(),
      why,
    })),
  ),
  'risk-categories': mapOf(
    'Risk categories',
    'What risks are about.',
    group('Risk category', 'One category.', () => ({ off, title: text('Title', 'The category.').optional(), why })),
  ),
  'risk-bands': mapOf(
    'Risk bands',
    'Names of scores.',
    group('Risk band', 'One band.', () => ({
      off,
      'at-least': number('At least', 'Its lowest score.', 1, 25).optional(),
      why,
    })),
  ),
  limits: group('Limits', 'Numbers that rules and papers use.', () => ({
    'paper-value': money('Paper value', 'Partnerships worth this a year are named in the Board paper.').optional(),
    'procurement-value': money('Procurement value', 'From this value on a contract needs a procurement.').optional(),
    'lead-load': number('Lead load', 'More partnerships than this overload one lead.', 1).optional(),
    'proposed-for': duration('Proposed for', 'How long a partnership may stay proposed.').optional(),
  })).optional(),
  standard: group('Standard', 'The partnership standard in force.', () => ({
    version: text('Version', 'Its version.'),
    from: day('From', 'Partnerships that begin from this day on sign it.'),
    tiers: list('Tiers', 'Tiers that sign it whenever they began.', id('Tier', 'A tier.', { names: 'tier' })),
  })).optional(),
  checks: mapOf(
    'Checks',
    'Checks of the organisation’s own; codes own/<id>.',
    group('Check', 'One check.', () => ({
      off,
      when: condition('When', 'For which partnerships.').optional(),
      expect: condition('Expect', 'What must hold.').optional(),
      message: text('Message', 'What to say where it does not.').optional(),
      severity: choice('Severity', 'Warning unless said.', { error: '', warning: '', info: '' }).optional(),
      why,
    })),
  ),
}))

export type Policy = z.output<typeof policySchema>
