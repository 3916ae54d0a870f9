import { at } from '../../model/place.js'
import { definePartnershipRule } from '../rule.js'

export const informalWithMoney = definePartnershipRule({
  code: 'partnership/informal-with-money',
  severity: 'warning',
  summary: 'An informal partnership has money.',
  source: 'Informal: no paper, no money',
  why: 'Where money flows, something must be written.',
  remedy: 'Change its `kind`, or remove the value.',
  *check(partnership) {
    if (partnership.kind !== 'informal' || partnership.value === undefined || partnership.value.amount === 0) return
    yield {
      at: at(partnership, 'value'),
      message: 'an informal partnership has no money, but a value is stated',
      related: [{ at: at(partnership, 'kind'), message: 'its kind' }],
    }
  },
})
