import { sayInexactDay } from '../model/day.js'
import { lowerFirst } from '../model/words.js'
import type { Reason, Standing } from './standing.js'

/** Lines of what changed that one sentence holds. */
const MOST_TOLD = 4

/** `the review of 30 September 2026`. */
export const sayReview = ({ review }: Standing): string => `the review of ${sayInexactDay(review.date)}`

/** What changed, in a part of a sentence: `value rose from £8m a year to £8.6m a year; notice changed from …`. */
export function sayTold(told: readonly string[]): string {
  const more = told.length - MOST_TOLD
  return [...told.slice(0, MOST_TOLD).map(lowerFirst), ...(more > 0 ? [`${more} more`] : [])].join('; ')
}

/** Why a review is in doubt, in a part of a sentence: `its tier rose from standard to major`. */
export function sayReason(reason: Reason): string {
  if (reason.what === 'tier') return `its tier ${reason.rose ? 'rose' : 'fell'} from ${reason.from} to ${reason.to}`
  const told = reason.told.length === 0 ? '' : ` (${sayTold(reason.told)})`
  return `${sayWhat(reason)}${told}`
}

function sayWhat(reason: Exclude<Reason, { readonly what: 'tier' }>): string {
  if (reason.what === 'parent') return `${reason.parent.name}, which it is a part of, changed`
  if (reason.what === 'partner') return `its partner ${reason.partner.name} changed`
  if (reason.course === 'added') return 'an agreement was added'
  return reason.course === 'gone' ? 'its agreement is there no longer' : 'its agreement changed'
}

/** Tells a reason apart from others of one review. */
export const reasonKey = (reason: Reason): string =>
  reason.what === 'partner' ? `partner ${reason.partner.id}` : reason.what
