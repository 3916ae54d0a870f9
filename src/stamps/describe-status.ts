import { formatInexactDay, describeWhen } from '../model/day.js'
import { lowerFirst } from '../model/words.js'
import type { Reason, ReviewStatus, NoHistory } from './review-status.js'

/** How many changes are listed in one sentence. */
const MOST_SHOWN = 4

/** `the review of 30 September 2026`. */
export const describeReview = ({ review }: ReviewStatus): string => `the review of ${formatInexactDay(review.date)}`

/** Changes as part of a sentence: `value rose from £8m a year to £8.6m a year; notice changed from …`. */
export function formatChanges(changes: readonly string[]): string {
  const more = changes.length - MOST_SHOWN
  return [...changes.slice(0, MOST_SHOWN).map(lowerFirst), ...(more > 0 ? [`${more} more`] : [])].join('; ')
}

/** Why a review is in doubt, as part of a sentence: `its tier rose from standard to major`. */
export function describeReason(reason: Reason): string {
  if (reason.what === 'tier') return describeTier(reason)
  const changes = reason.changes.length === 0 ? '' : ` (${formatChanges(reason.changes)})`
  return `${describeSubject(reason)}${changes}`
}

const describeTier = ({ course, from, to }: Extract<Reason, { readonly what: 'tier' }>): string =>
  course === 'unknown'
    ? `its tier is ${to}; policy no longer knows ${from}`
    : `its tier ${course} from ${from} to ${to}`

/** The record is given its name at the time, where the history shows it; a new name is one of the changes. */
function describeSubject(reason: Exclude<Reason, { readonly what: 'tier' }>): string {
  if (reason.what === 'parent') return `${reason.name ?? reason.parent.name}, which it is a part of, changed`
  if (reason.what === 'partner') return `its partner ${reason.name ?? reason.partner.name} changed`
  if (reason.what === 'merged') {
    const on = reason.on === undefined ? '' : ` ${describeWhen(reason.on)}`
    return `its partner ${reason.partner.name} was merged into ${reason.into.name}${on}`
  }
  if (reason.course === 'added') return 'an agreement was added'
  return reason.course === 'gone' ? 'its agreement no longer exists' : 'its agreement changed'
}

/** Distinguishes a reason from others of the review, and from later changes of the same thing. */
export function reasonKey(reason: Reason): string {
  if (reason.what === 'tier') return `tier ${reason.to}`
  const is = reason.is ?? 'gone'
  if (reason.what === 'merged') return `partner ${reason.partner.id} ${is}`
  return reason.what === 'partner' ? `partner ${reason.stampedId} ${is}` : `${reason.what} ${is}`
}

/** Messages for when it is not known what changed. */
export const NO_HISTORY: Readonly<Record<NoHistory | 'not-asked', string>> = {
  'not-asked': 'partners validate shows what changed, where git has it',
  'no-git': 'git is not installed here, so what changed is not known',
  'no-repository': 'the register is in no git repository, so what changed is not known',
  'not-trusted':
    'git does not trust the folder of the register, so what changed is not known; partners diff says how to fix it',
  'not-readable': 'git cannot read its repository here, so what changed is not known; partners diff says why',
  'too-many': 'only the newest versions in git are searched, and the stamp matches none of them',
  'not-found': 'git has no version that matches the stamp, so what changed is not known',
}
