import { at } from '../../model/place.js'
import { grouped } from '../../model/order.js'
import { runningPartnerships } from '../../model/hierarchy.js'
import { titleOf } from '../../model/role.js'
import { defineRegisterRule } from '../rule.js'

export const overloaded = defineRegisterRule({
  code: 'lead/overloaded',
  severity: 'info',
  summary: 'One role leads more partnerships than policy allows.',
  source: 'policy.yaml: limits, lead-load',
  why: 'One lead on twenty entries leads none of them.',
  remedy: 'Share them out among other roles.',
  *check({ register, policy }) {
    const most = policy.policy.single('limits')?.['lead-load']
    if (most === undefined) return
    const { wholeOf } = runningPartnerships(register)
    const led = register.partnerships.filter((it) => it.lead !== undefined && it.status !== 'ended')
    for (const same of grouped(led, (it) => titleOf(register, it.lead)!)) {
      const lead = titleOf(register, same[0]!.lead)!
      const count = new Set(same.map(wholeOf)).size // a whole with its parts counts once
      if (count > most)
        yield {
          at: at(same[0]!, 'lead'),
          key: lead,
          message: `${lead} leads ${count} partnerships; policy allows ${most}`,
        }
    }
  },
})
