import type { Register } from '../model/register.js'
import type { PolicyAnswers } from '../policy/answers.js'
import { by } from '../model/order.js'
import { titleOf } from '../model/role.js'
import { documentDuties, recurringDuties } from './required.js'
import { isRequiredByPolicy, type Duty } from './duty.js'
import { promiseDuties, termDuties } from './agreed.js'

/**
 * All duties by due day. Those without a day come last: what policy requires, then what was promised. For ended
 * partnerships only open actions are left.
 */
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
    .map((duty) => ({ duty, order: orderOf(duty) })) // the text is made once for each, not for every comparison
    .sort(by((it) => it.order))
    .map((it) => it.duty)
}

const orderOf = ({ kind, due, about, what, key, at }: Duty) =>
  [due?.last ?? (isRequiredByPolicy(kind) ? '9998' : '9999'), about.name, about.id, what, key, at.file].join('\n')
