import { at } from '../../model/place.js'
import { titleOf } from '../../model/role.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const sameAsSponsor = definePartnershipRule({
  code: 'lead/same-as-sponsor',
  severity: 'warning',
  summary: 'Lead and sponsor are one role.',
  source: 'Who runs it and who answers for it are two',
  why: 'Nobody then asks the second question.',
  remedy: 'Name another role for one of the two.',
  *checkPartnership(partnership, { register }) {
    const lead = titleOf(register, partnership.lead)
    const sponsor = titleOf(register, partnership.sponsor)
    if (lead === undefined || lead !== sponsor || partnership.status === 'ended') return
    yield {
      at: at(partnership, 'sponsor'),
      message: `${lead} is both lead and sponsor`,
      hint: 'name another role for one of the two',
      related: [{ at: at(partnership, 'lead'), message: 'the lead' }],
    }
  },
})
