import type { Register } from '../model/register.js'
import type { PolicyAnswers } from '../policy/answers.js'
import { documentDuties } from './documents.js'
import type { Duty } from './duty.js'
import { promiseDuties } from './promises.js'
import { recurringDuties } from './recurring.js'
import { termDuties } from './terms.js'

/** Everything that must be done, by due day; what has no day comes last. Ended partnerships owe only what is still open. */
export function dutiesOf(register: Register, policy: PolicyAnswers): Duty[] {
  const all = [
    ...recurringDuties(register, policy),
    ...documentDuties(register, policy),
    ...promiseDuties(register),
    ...termDuties(register),
  ]
  return all.sort(inOrder)
}

function inOrder(a: Duty, b: Duty): number {
  return (
    text(a.due?.last ?? '9999', b.due?.last ?? '9999') ||
    text(a.about.name, b.about.name) ||
    text(a.about.id, b.about.id) ||
    text(a.what, b.what) ||
    text(a.key, b.key)
  )
}

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
