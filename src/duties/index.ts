import type { Register } from '../model/register.js'
import type { PolicyAnswers } from '../policy/answers.js'
import { by } from '../model/order.js'
import { titleOf } from '../model/role.js'
import { documentDuties } from './documents.js'
import { isAskedByPolicy, type Duty } from './duty.js'
import { promiseDuties } from './promises.js'
import { recurringDuties } from './recurring.js'
import { termDuties } from './terms.js'

/** Everything that must be done, by due day; what has no day comes last, and what policy requires before what was promised. Ended partnerships owe only what is still open. */
export function dutiesOf(register: Register, policy: PolicyAnswers): Duty[] {
  const all = [
    ...recurringDuties(register, policy),
    ...documentDuties(register, policy),
    ...promiseDuties(register, policy.asOf),
    ...termDuties(register),
  ]
  return all
    .map((it) => ({
      ...it,
      role: titleOf(register, it.role),
      ...(it.shared && { shared: it.shared.map(({ about, role }) => ({ about, role: titleOf(register, role) })) }),
    }))
    .sort(inOrder)
}

const inOrder = by<Duty>(({ kind, due, about, what, key, at }) =>
  [due?.last ?? (isAskedByPolicy(kind) ? '9998' : '9999'), about.name, about.id, what, key, at.file].join('\n'),
)
