import { at } from '../../model/place.js'
import { definePartnershipRule } from '../rule.js'

export const directionMissing = definePartnershipRule({
  code: 'value/direction-missing',
  severity: 'info',
  summary: 'A value does not say which way the money goes.',
  source: 'Money in and money out are never added up',
  why: 'Income and payments in one total mean nothing.',
  remedy: 'Add `direction`: income, spend or pooled; or list `value.direction` under `unknown` with the reason.',
  *check(partnership) {
    const { value } = partnership
    if (value === undefined || value.direction !== undefined || 'value.direction' in partnership.unknown) return
    yield {
      at: at(partnership, 'value'),
      message: 'the value does not say which way the money goes',
    }
  },
})
