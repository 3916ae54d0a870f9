import { addDuration, endOfMonth, type Day, type InexactDay } from '../model/day.js'
import { sayMonths, type Duration } from '../model/duration.js'
import { ASPECTS, type Grade } from '../model/grade.js'
import type { Partnership } from '../model/partnership.js'
import { at } from '../model/place.js'
import type { Because } from './because.js'
import type { InForce, MergedPolicy } from './merge.js'
import type { TierAnswer } from './tier.js'
import type { Policy } from '../model/policy.js'

/** A day by which something recurring is due, and what it is counted from. */
export interface Due {
  readonly day: Day
  /** The last one that was held; undefined when there was none and it counts from the start. */
  readonly last: InexactDay | undefined
  readonly because: readonly Because[]
}
/** No day can be told: there was none yet, and the start is not known. */
export interface NeverHeld {
  readonly day: undefined
  readonly because: readonly Because[]
}

export type Recurring = 'review' | 'assessment'

/** When the next review or assessment is due; undefined where none is asked for. Domain of the register, section 3. */
export function dueOf(
  what: Recurring,
  partnership: Partnership,
  parent: Partnership | undefined,
  tier: TierAnswer,
  policy: MergedPolicy,
): Due | NeverHeld | undefined {
  const { status, start } = partnership
  const entry = policy.entries('tiers').find((it) => it.id === tier.id)
  const cadence = entry?.data[what]
  if (status === 'ended' || entry === undefined || cadence === undefined || cadence === 'none') return undefined
  const own = dated(what, partnership)
  // a part that has none of its own is covered by its parent
  if (own.length === 0 && parent !== undefined) return undefined
  const last = latest(own)
  const { every, because } = sooner(partnership, policy, {
    every: cadence,
    because: [
      {
        text: `a ${tier.id} partnership has its ${what} every ${cadence.written}`,
        at: { ...entry.at, path: [...entry.at.path, what] },
      },
    ],
  })
  const from = last?.last ?? start?.first
  if (from === undefined) return { day: undefined, because }
  return { day: endOfMonth(addDuration(from, every)), last, because }
}

const dated = (what: Recurring, { reviews, assessments }: Partnership): readonly InexactDay[] =>
  (what === 'review' ? reviews : assessments).map((it) => it.date)

/** The latest of some days, by date and not by position. */
export function latest(days: readonly InexactDay[]): InexactDay | undefined {
  return days.reduce<InexactDay | undefined>(
    (best, day) => (best === undefined || day.last > best.last ? day : best),
    undefined,
  )
}

/** The grades of the latest assessment of a partnership. */
export function latestAssessment({ assessments }: Partnership): Partnership['assessments'][number] | undefined {
  return assessments.reduce<Partnership['assessments'][number] | undefined>(
    (best, it) => (best === undefined || it.date.last > best.date.last ? it : best),
    undefined,
  )
}

interface Cadence {
  readonly every: Duration
  readonly because: readonly Because[]
}

function sooner(partnership: Partnership, policy: MergedPolicy, usual: Cadence): Cadence {
  const grades = new Set<Grade>(ASPECTS.flatMap((aspect) => latestAssessment(partnership)?.[aspect] ?? []))
  const assessed = at(partnership, 'assessments')
  const rules: { id: string; applies: boolean; text: string }[] = [
    { id: 'any-red', applies: grades.has('R'), text: 'something is graded R' },
    { id: 'any-red-amber', applies: grades.has('R/A'), text: 'something is graded R/A' },
    {
      id: 'early-or-late',
      applies: partnership.status === 'proposed' || partnership.status === 'ending',
      text: `it is ${partnership.status}`,
    },
  ]
  return rules.reduce<Cadence>((best, { id, applies, text }) => {
    const entry = applies ? policy.entries('cadence').find((it) => it.id === id) : undefined
    const every = entry && shorter(entry, usual.every)
    if (every === undefined || inDays(every) >= inDays(best.every)) return best
    return {
      every,
      because: [
        ...usual.because,
        { text: `every ${every.written}, because ${text}`, at: entry!.at },
        ...(id.startsWith('any') ? [{ text: 'the latest assessment', at: assessed }] : []),
      ],
    }
  }, usual)
}

function shorter({ data }: InForce<Policy['cadence'][string]>, usual: Duration): Duration | undefined {
  if (data.every !== undefined) return data.every
  return data.half === undefined ? undefined : halfOf(usual)
}

/** Half of a time in whole months, or in whole days where it is given in days; never nothing at all. */
function halfOf({ months, days }: Duration): Duration {
  if (months > 1) return { months: Math.floor(months / 2), days: 0, written: sayMonths(Math.floor(months / 2)) }
  const half = Math.max(1, Math.floor((months * 30 + days) / 2))
  return { months: 0, days: half, written: `${half} day${half === 1 ? '' : 's'}` }
}

const inDays = ({ months, days }: Duration) => months * 30 + days
