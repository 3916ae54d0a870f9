import { runningPartnerships } from '../../model/hierarchy.js'
import { grouped } from '../../model/order.js'
import { at } from '../../model/place.js'
import { titleOf } from '../../model/role.js'
import { roleMissing } from '../role-missing.js'
import { type Rule, defineRegisterRule, definePartnershipRule } from '../rule.js'

const overloaded = defineRegisterRule({
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

const sameAsSponsor = definePartnershipRule({
  code: 'lead/same-as-sponsor',
  severity: 'warning',
  summary: 'Lead and sponsor are the same role.',
  source: 'One role runs it, another is accountable for it',
  why: 'Nobody then asks the second question.',
  remedy: 'Name another role for one of the two.',
  *check(partnership, { register }) {
    const lead = titleOf(register, partnership.lead)
    const sponsor = titleOf(register, partnership.sponsor)
    if (lead === undefined || lead !== sponsor || partnership.status === 'ended') return
    yield {
      at: at(partnership, 'sponsor'),
      message: `${lead} is both lead and sponsor`,
      related: [{ at: at(partnership, 'lead'), message: 'the lead' }],
    }
  },
})

export const leadRules: readonly Rule[] = [roleMissing('lead', 'the role that runs it'), overloaded, sameAsSponsor]
