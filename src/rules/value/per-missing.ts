import { at } from '../../model/place.js'
import { definePartnershipRule } from '../rule.js'

export const perMissing = definePartnershipRule({
  code: 'value/per-missing',
  severity: 'warning',
  summary: 'A value does not say whether it is for a year or in all.',
  source: '`per` is required: the forensic network’s £65m is called contractual value under a heading of yearly ones',
  why: 'The same number can be ten times too large.',
  remedy: 'Add `per: year` or `per: total`.',
  *check(partnership) {
    const { value } = partnership
    if (value === undefined || value.per !== undefined || 'value.per' in partnership.unknown) return
    yield {
      at: at(partnership, 'value'),
      message: 'the value does not say whether it is for a year or in all; it counts as a year’s',
    }
  },
})
