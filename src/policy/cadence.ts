import {
  addDuration,
  endOfMonth,
  formatInexactDay,
  type Day,
  type InexactDay,
  hasHappenedBy,
  latestAssessment,
} from '../model/day.js'
import { getOrMake } from '../model/order.js'
import { isShorter, formatMonths, type Duration } from '../model/duration.js'
import { ASPECTS, type Grade } from '../model/grade.js'
import type { Partnership } from '../model/partnership.js'
import { at, type Because } from '../model/place.js'
import { CADENCES, type CadenceName, type Policy } from '../model/policy.js'
import { isHeldReview, isOwnReview } from '../model/quality-review.js'
import { formatNames } from '../model/words.js'
import type { Facts } from './facts.js'
import type { InForce, MergedPolicy } from './merge.js'

/** The day by which something recurring is due, and what it is counted from. */
export interface Due {
  readonly day: Day
  /** When the last one was held; undefined where there was none, and the day is counted from the start. */
  readonly last: InexactDay | undefined
  /** How often it is required. */
  readonly every: Duration
  readonly because: readonly Because[]
}
/** Required, but on a day that is not known: none was held yet, and the start is not known. */
export interface NeverHeld {
  readonly day: undefined
  readonly every: Duration
  readonly because: readonly Because[]
}

export type Recurring = 'review' | 'assessment' | 'quality-review'

interface Recurrence {
  /** The days on which it was held, or is recorded as held. */
  readonly held: (partnership: Partnership) => readonly InexactDay[]
  /** Does this partnership need it, if its tier requires it at all? */
  readonly isRequired: (partnership: Partnership, facts: Facts) => boolean
  /** Is it due earlier after poor grades, while proposed or ending, and before the end? */
  readonly isHastened: boolean
}

const RECURRENCES: Record<Recurring, Recurrence> = {
  review: { held: ({ reviews }) => reviews.map((it) => it.date), isRequired: () => true, isHastened: true },
  assessment: { held: ({ assessments }) => assessments.map((it) => it.date), isRequired: () => true, isHastened: true },
  'quality-review': {
    held: (partnership) =>
      partnership['quality-reviews'].flatMap((it) => (isHeldReview(it) && !isOwnReview(it) ? (it.period ?? []) : [])),
    // peers look at care, so there is nothing to see before the start
    isRequired: ({ status }, { care }) => care?.includes(true) === true && status !== 'proposed',
    // a visit every three months would be a burden on those who receive care
    isHastened: false,
  },
}

/** A partnership with the facts that decide how often something is required of it. */
export interface Graded {
  readonly partnership: Partnership
  readonly facts: Facts
  readonly tier: string
}

interface CadenceContext extends Graded {
  /** The running partnerships that it is part of, the nearest first. */
  readonly above: readonly Graded[]
  readonly policy: MergedPolicy
  readonly asOf: Day
}

/** When the next one is due; undefined where none is required. docs/domain.md, section 3. */
export function dueOf(what: Recurring, context: CadenceContext): Due | NeverHeld | undefined {
  const due = dueByPolicy(what, context)
  return due !== undefined && what === 'review' ? asSet(context.partnership, due) : due
}

function dueByPolicy(what: Recurring, context: CadenceContext): Due | NeverHeld | undefined {
  const { partnership, above, policy, asOf } = context
  const { held, isHastened } = RECURRENCES[what]
  const usual = requiredCadence(what, context, policy)
  if (usual === undefined) return undefined
  const own = held(partnership).filter((it) => hasHappenedBy(it, asOf))
  // a part without one of its own is covered by its whole, where the whole needs one
  if (own.length === 0 && above.some((it) => requiredCadence(what, it, policy) !== undefined)) return undefined
  const last = latestOf(own)
  const from = last?.last ?? partnership.start?.first
  const hastened = isHastened ? sooner(context, usual, from) : usual
  if (from === undefined) return { day: undefined, every: hastened.every, because: hastened.because }
  const usually = endOfMonth(addDuration(from, usual.every))
  // the shorter time counts from the day of the grade, not from before it
  const graded = hastened.since !== undefined && hastened.since > from ? hastened.since : from
  const hastily = hastened === usual ? usually : endOfMonth(addDuration(graded, hastened.every))
  const due =
    hastily < usually
      ? { day: hastily, last, every: hastened.every, because: hastened.because }
      : { day: usually, last, every: usual.every, because: usual.because }
  return last === undefined && isHastened ? beforeItEnds(partnership, due) : due
}

/** A day set by hand counts where it is after the last review, and before the day that policy requires. */
function asSet(partnership: Partnership, due: Due | NeverHeld): Due | NeverHeld {
  const set = partnership['next-review']
  const last = 'last' in due ? due.last : undefined
  if (set === undefined || set.last <= (last?.last ?? '') || (due.day ?? '9999') <= set.last) return due
  const text = `the next review is set for ${formatInexactDay(set)}`
  return { ...due, day: set.last, last, because: [...due.because, { text, at: at(partnership, 'next-review') }] }
}

/** The first review is held before the end, while it can still be decided whether to continue. */
function beforeItEnds(partnership: Partnership, due: Due): Due {
  const { start, end, notice } = partnership
  if (end === undefined || end === 'none') return due
  const decided = addDuration(end.last, notice ?? THREE_MONTHS, -1)
  // in a term that is so short, the end itself is the day
  const day = start !== undefined && decided <= start.first ? end.last : decided
  if (due.day <= day) return due
  const before = day === end.last ? 'at its end' : `${(notice ?? THREE_MONTHS).written} before its end`
  const text = `the first one is due ${before} on ${formatInexactDay(end)} at the latest${notice === undefined ? '' : ', when notice is given'}`
  return {
    ...due,
    day,
    because: [...due.because, { text, at: at(partnership, notice === undefined ? 'end' : 'notice') }],
  }
}

const THREE_MONTHS: Duration = { months: 3, days: 0, written: '3 months' }

/** How often something is required of a partnership; undefined where it is not. */
function requiredCadence(what: Recurring, { partnership, facts, tier }: Graded, policy: MergedPolicy) {
  const isRequired = partnership.status !== 'ended' && RECURRENCES[what].isRequired(partnership, facts)
  return isRequired ? cadenceOf(what, tier, policy) : undefined
}

/** How often something is required, and the policy entries that say so. */
export interface Cadence {
  readonly every: Duration
  /** Where a grade shortens the time: the earliest day that it counts from. */
  readonly since?: Day | undefined
  readonly because: readonly Because[]
}

/** How often a tier requires something; undefined where it does not. */
export function cadenceOf(what: CadenceName, tier: string, policy: MergedPolicy): Cadence | undefined {
  const ofPolicy = getOrMake(cadences, policy, () => new Map<string, Cadence | undefined>())
  return getOrMake(ofPolicy, `${what} ${tier}`, () => statedCadence(what, tier, policy))
}

/** Found once for each tier, as every partnership needs it. */
const cadences = new WeakMap<MergedPolicy, Map<string, Cadence | undefined>>()

function statedCadence(what: CadenceName, tier: string, policy: MergedPolicy): Cadence | undefined {
  const entry = policy.entries('tiers').find((it) => it.id === tier)
  const every = entry?.data[what]
  if (entry === undefined || every === undefined || every === 'none') return undefined
  const text = `${/^[aeiou]/.test(tier) ? 'an' : 'a'} ${tier} partnership has its ${CADENCES[what]} every ${every.written}`
  return { every, because: [{ text, at: { ...entry.at, path: [...entry.at.path, what] } }] }
}

/** The latest of some days, by date and not by position. */
function latestOf(days: readonly InexactDay[]): InexactDay | undefined {
  return days.reduce<InexactDay | undefined>(
    (best, day) => (best === undefined || day.last > best.last ? day : best),
    undefined,
  )
}

/**
 * How often, where grades or the status require it more often than usual.
 * @param from the day that the usual time counts from; undefined when that is not known
 */
function sooner({ partnership, above, policy, asOf }: CadenceContext, usual: Cadence, from: Day | undefined): Cadence {
  // a part without grades has those of its whole
  const line = [partnership, ...above.map((it) => it.partnership)]
  const graded = line.find((it) => latestAssessment(it, asOf) !== undefined) ?? partnership
  const latest = latestAssessment(graded, asOf)
  const isEarlyOrLate = partnership.status === 'proposed' || partnership.status === 'ending'
  if (latest === undefined && !isEarlyOrLate) return usual
  const isCountedFrom = latest !== undefined && from !== undefined && latest.date.last > from
  const gradedAs = (grade: Grade) => ASPECTS.filter((aspect) => latest?.[aspect] === grade)
  const ofWhole = graded === partnership ? '' : ` of ${graded.name}`
  const byGrade = (id: string, grade: Grade) => {
    const aspects = gradedAs(grade)
    const text = `${formatNames(aspects)}${ofWhole} ${aspects.length === 1 ? 'is' : 'are'} graded ${grade}`
    return { id, applies: aspects.length > 0, text }
  }
  const rules: { id: string; applies: boolean; text: string }[] = [
    byGrade('any-red', 'R'),
    byGrade('any-red-amber', 'R/A'),
    { id: 'early-or-late', applies: isEarlyOrLate, text: `it is ${partnership.status}` },
  ]
  return rules.reduce<Cadence>((best, { id, applies, text }) => {
    const entry = applies ? policy.entries('cadence').find((it) => it.id === id) : undefined
    const every = entry && shorter(entry, usual.every)
    if (every === undefined || !isShorter(every, best.every)) return best
    return {
      every,
      since: id.startsWith('any') ? latest?.date.last : undefined,
      because: [
        ...usual.because,
        { text: `every ${every.written}, because ${text}`, at: entry!.at },
        ...(id.startsWith('any') && latest !== undefined
          ? [
              {
                text: `${isCountedFrom ? 'counted from the latest assessment, of' : 'the latest assessment is of'} ${formatInexactDay(latest.date)}`,
                at: at(graded, 'assessments'),
              },
            ]
          : []),
      ],
    }
  }, usual)
}

function shorter({ data }: InForce<Policy['cadence'][string]>, usual: Duration): Duration | undefined {
  if (data.every !== undefined) return data.every
  return data.half === undefined ? undefined : halfOf(usual)
}

/** Half of a time in whole months, or, below two months, in whole days, but at least one. */
function halfOf({ months, days }: Duration): Duration {
  if (months > 1) return { months: Math.floor(months / 2), days: 0, written: formatMonths(Math.floor(months / 2)) }
  const half = Math.max(1, Math.floor((months * 30 + days) / 2))
  return { months: 0, days: half, written: `${half} day${half === 1 ? '' : 's'}` }
}
