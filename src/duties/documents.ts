import { exactly, sayDay } from '../model/day.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import type { PolicyAnswers } from '../policy/answers.js'
import { isStricter, isSure, type DocumentDuty } from '../policy/documents.js'
import type { Duty } from './duty.js'
import { leadOf } from './lead.js'

/** A document that is asked for, with the partnership that asks. */
export interface AskedDocument {
  readonly partnership: Partnership
  readonly duty: DocumentDuty
}

/** Every document that is asked for. A partner's own document is asked for once, in however many partnerships it is used. */
export function documentsOnce({ partnerships }: Register, policy: PolicyAnswers): Iterable<AskedDocument> {
  const asked = new Map<string, AskedDocument>()
  for (const partnership of partnerships) {
    for (const duty of policy.documents(partnership)) {
      // the place is the document itself, or the file where it would stand
      const key = `${duty.type} ${duty.at.file} ${duty.at.path.join(' ')}`
      const known = asked.get(key)
      if (known === undefined || isStricter(duty, known.duty)) asked.set(key, { partnership, duty })
    }
  }
  return asked.values()
}

/** Documents that run out, and those that are not there. What is only perhaps needed is no duty yet. */
export function* documentDuties(register: Register, policy: PolicyAnswers): Iterable<Duty> {
  for (const { partnership, duty } of documentsOnce(register, policy)) {
    const why = whyOf(duty)
    if (why === undefined || !isSure(duty)) continue
    const holder = duty.organisation
    yield {
      kind: 'document',
      key: [duty.type, holder?.id].filter((it) => it !== undefined).join(' '),
      what: holder === undefined ? duty.title : `${duty.title} of ${holder.name}`,
      about: partnership,
      due: dueOf(duty, partnership),
      role: leadOf(register, partnership),
      why,
      because: duty.because,
      at: duty.at,
    }
  }
}

function dueOf({ state, until }: DocumentDuty, { start }: Partnership) {
  // the day of the start is the last one on which it can still be there before anything is done under it
  if (state === 'needed-before-start') return start && exactly(start.first)
  return until === undefined ? undefined : exactly(until)
}

/** Undefined where nothing is to be done. */
function whyOf({ state, until }: DocumentDuty): string | undefined {
  switch (state) {
    case 'held':
    case 'expiring':
      return until === undefined ? undefined : `it is in force until ${sayDay(until)}`
    case 'expired':
      return until === undefined ? 'it has run out' : `it ran out on ${sayDay(until)}`
    case 'unsigned':
      return 'it is not signed'
    case 'missing':
      return 'it is not in the register'
    case 'needed-before-start':
      return 'it is needed before the start'
    case 'not-applicable':
      return undefined
  }
}
