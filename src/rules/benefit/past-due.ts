import { benefitState } from '../../model/benefit.js'
import { formatInexactDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const pastDue = definePartnershipRule({
  code: 'benefit/past-due',
  severity: 'warning',
  cause: 'time',
  summary: 'A benefit is past its day, and nothing is recorded of what was reached.',
  source: 'Benefits have a day',
  why: 'Partnerships are entered for their benefits; nobody knows whether one that is not measured was achieved.',
  remedy: 'Add `actual`, or an `outcome` where no figure tells; or write a new day.',
  *checkPartnership(partnership, { asOf }) {
    if (partnership.status === 'ended') return
    for (const [index, benefit] of partnership.benefits.entries())
      if (benefitState(benefit, asOf) === 'past-due')
        yield {
          at: at(partnership, 'benefits', index, 'due'),
          key: `${benefit.id ?? benefit.title} ${benefit.due!.last}`,
          message: `"${benefit.title}" was to come by ${formatInexactDay(benefit.due!)}, and what was reached is not recorded`,
          hint: 'add actual, or outcome where no figure tells; or write a new day',
        }
  },
})
