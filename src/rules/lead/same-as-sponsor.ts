import { at } from '../../model/place.js'
import { titleOf } from '../../model/role.js'
import { definePartnershipRule } from '../rule.js'

export const sameAsSponsor = definePartnershipRule({
  code: 'lead/same-as-sponsor',
  severity: 'warning',
  summary: 'Lead and sponsor are the same role.',
  source: 'One role runs it, another answers for it',
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
