import { exactly } from '../model/day.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import type { PolicyAnswers } from '../policy/answers.js'
import { askedOnce } from '../policy/asked.js'
import { isSure, type DocumentDuty } from '../policy/documents.js'
import { dutyKey, dutyName, sayState } from '../policy/say-document.js'
import type { Duty } from './duty.js'
import { leadOf } from './lead.js'

/** Documents that run out, and those that are not there. What is only perhaps needed is no duty yet. */
export function* documentDuties(register: Register, policy: PolicyAnswers): Iterable<Duty> {
  for (const { partnership, duty } of askedOnce(register, policy)) {
    const why = whyOf(duty)
    if (why === undefined || !isSure(duty)) continue
    yield {
      kind: 'document',
      key: dutyKey(duty),
      what: dutyName(duty),
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
const whyOf = (duty: DocumentDuty): string | undefined =>
  duty.state === 'not-applicable' || (duty.state === 'held' && duty.until === undefined) ? undefined : sayState(duty)
