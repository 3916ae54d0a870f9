import { exactly, formatInexactDay } from '../model/day.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { by } from '../model/order.js'
import { withAncestors, leadOf } from '../model/hierarchy.js'
import type { PolicyAnswers } from '../policy/answers.js'
import { distinctRequirements, usedIn, type DistinctRequirement } from '../policy/requirements.js'
import { isSure, type DocumentDuty } from '../policy/documents.js'
import { dutyKey, dutyName, describeState } from '../policy/describe-document.js'
import type { Duty, Sharing } from './duty.js'
import { at } from '../model/place.js'
import { isHeldReview } from '../model/quality-review.js'
import { CADENCES } from '../model/policy.js'
import type { Due, NeverHeld, Recurring } from '../policy/cadence.js'

/** Documents that expire or are missing. One that may or may not be required is not a duty yet. */
export function* documentDuties(register: Register, policy: PolicyAnswers): Iterable<Duty> {
  for (const requirement of distinctRequirements(register, policy)) {
    const { partnership, duty } = requirement
    const why = whyOf(duty)
    if (why === undefined || !isSure(duty)) continue
    const shared = sharedBy(register, requirement)
    yield {
      kind: 'document',
      key: dutyKey(duty),
      what: dutyName(duty),
      ...shared[0]!,
      ...(shared.length > 1 && { shared }),
      due: dueOf(duty, partnership),
      why,
      partner: duty.organisation,
      basis: duty.basis,
      source: duty.source,
      because: duty.because,
      at: duty.at,
      document: duty,
    }
  }
}

/** Every partnership that requires a document, each with its lead: wholes before parts, then by name. */
function sharedBy(register: Register, requirement: DistinctRequirement): Sharing[] {
  const isPart = (it: Partnership) => Number(withAncestors(register, it).length > 1)
  return [...new Set(usedIn(requirement))]
    .sort(by((it) => it.name))
    .sort((a, b) => isPart(a) - isPart(b))
    .map((about) => ({ about, role: leadOf(register, about) }))
}

function dueOf({ state, until }: DocumentDuty, { start }: Partnership) {
  // it must be there before anything is done under the partnership
  if (state === 'needed-before-start') return start && exactly(start.first)
  return until === undefined ? undefined : exactly(until)
}

/** Why there is something to do; undefined where there is not. */
const whyOf = (duty: DocumentDuty): string | undefined =>
  duty.state === 'not-applicable' || (duty.state === 'held' && duty.until === undefined)
    ? undefined
    : describeState(duty)

/** What recurs: its title, and the list that holds it. */
export const RECURRING = {
  review: { what: 'Full review', list: 'reviews' },
  assessment: { what: 'Assessment', list: 'assessments' },
  'quality-review': { what: 'Peer quality review', list: 'quality-reviews' },
} as const satisfies Record<Recurring, { readonly what: string; readonly list: keyof Partnership }>

/** Reviews, assessments and peer quality reviews: the next of each, as the tier of the partnership requires. */
export function* recurringDuties(register: Register, policy: PolicyAnswers): Iterable<Duty> {
  for (const partnership of register.partnerships) {
    for (const kind of Object.keys(RECURRING) as Recurring[]) {
      const { what, list } = RECURRING[kind]
      const due = policy.due(kind, partnership)
      if (due === undefined || (kind === 'quality-review' && isPlanned(partnership, due))) continue
      yield {
        kind,
        key: kind,
        what,
        about: partnership,
        due: due.day === undefined ? undefined : exactly(due.day),
        role: leadOf(register, partnership),
        // the cadence of its tier, and what made this one due earlier
        why: [...due.because.map((it) => it.text), lastHeld(due, kind)].join('; '),
        because: due.because,
        at: at(partnership, list),
      }
    }
  }
}

/** Is a peer review planned in time for the one that policy requires? Then the planned one is the duty. */
const isPlanned = (partnership: Partnership, { day }: Due | NeverHeld) =>
  partnership['quality-reviews'].some(
    (it) => !isHeldReview(it) && it.due !== undefined && (day === undefined || it.due.last <= day),
  )

/** Why the day is not known. */
export const NEVER_HELD = 'none is recorded, and its start is not known'

function lastHeld(due: Due | NeverHeld, kind: Recurring): string {
  if (due.day === undefined) return NEVER_HELD
  return due.last === undefined
    ? 'none was held since its start'
    : `the last ${CADENCES[kind]} was ${formatInexactDay(due.last)}`
}
