import { at } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const overloaded = defineRule({
  code: 'lead/overloaded',
  severity: 'info',
  summary: 'One role leads more partnerships than policy thinks possible.',
  source: 'policy.yaml: limits, lead-load',
  why: 'One lead on twenty entries leads none of them.',
  mend: 'Share them out.',
  *check({ register, policy }) {
    const most = policy.policy.single('limits')?.['lead-load']
    if (most === undefined) return
    const led = new Map<string, (typeof register.partnerships)[number][]>()
    for (const it of register.partnerships)
      if (it.lead !== undefined && it.status !== 'ended') led.set(it.lead, [...(led.get(it.lead) ?? []), it])
    for (const [lead, all] of led) {
      if (all.length > most)
        yield {
          at: at(all[0]!, 'lead'),
          key: lead,
          message: `${lead} leads ${all.length} partnerships; policy thinks ${most} possible`,
          hint: 'share them out',
        }
    }
  },
})
