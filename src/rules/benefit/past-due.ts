import { benefitState } from '../../model/benefit.js'
import { formatInexactDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { definePartnershipRule } from '../rule.js'

export const pastDue = definePartnershipRule({
  code: 'benefit/past-due',
  severity: 'warning',
  cause: 'time',
  summary: 'A benefit is past its day, and no result is recorded.',
  source: 'Benefits have a day',
  why: 'Partnerships are entered into for their benefits; a benefit that is not measured may never have been achieved.',
  remedy: 'Add `actual`, or `outcome` where there is no figure; or write a new day.',
  *check(partnership, { asOf }) {
    if (partnership.status === 'ended') return
    for (const [index, benefit] of partnership.benefits.entries())
      if (benefitState(benefit, asOf) === 'past-due')
        yield {
          at: at(partnership, 'benefits', index, 'due'),
          key: `${benefit.id ?? benefit.title} ${benefit.due!.last}`,
          message: `"${benefit.title}" was expected by ${formatInexactDay(benefit.due!)}, and no result is recorded`,
        }
  },
})
