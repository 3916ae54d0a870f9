import { exactly } from '../model/day.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { by } from '../model/order.js'
import { withAncestors, leadOf } from '../model/hierarchy.js'
import type { PolicyAnswers } from '../policy/answers.js'
import { distinctRequirements, usedIn, type DistinctRequirement } from '../policy/requirements.js'
import { isSure, type DocumentDuty } from '../policy/documents.js'
import { dutyKey, dutyName, describeState } from '../policy/describe-document.js'
import type { Duty, Sharing } from './duty.js'

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
      because: duty.because,
      at: duty.at,
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
