import { formatMoney, formatSpread } from '../../model/money.js'
import { atKey } from '../../model/place.js'
import { annualValue, isSpread } from '../../policy/facts.js'
import { definePartnershipRule } from '../rule.js'

export const withoutProcurement = definePartnershipRule({
  code: 'value/without-procurement',
  severity: 'warning',
  summary: 'A contract over the limit has no procurement.',
  source: 'policy.yaml: limits, procurement-value; standing financial instructions',
  why: 'A contract without competition needs an approved exception.',
  remedy: 'Add `procurement`: competitive, framework, direct-award or single-action-waiver.',
  *check(partnership, { register, policy }) {
    const { currency } = register.settings
    const limit = policy.policy.single('limits')?.['procurement-value']
    const annual = annualValue(register, partnership)
    const { kind, procurement } = partnership
    if (
      limit === undefined ||
      annual === undefined ||
      annual < limit ||
      kind !== 'contract' ||
      (procurement !== undefined && procurement !== 'none') ||
      'procurement' in partnership.unknown
    )
      return
    yield {
      at: atKey(partnership, procurement === undefined ? 'value' : 'procurement'),
      message: `a contract of ${isSpread(partnership) ? formatSpread(annual, currency) : formatMoney(annual, currency)}${partnership.value?.per === 'once' ? '' : ' a year'} has no procurement, which is needed from ${formatMoney(limit, currency)}`,
    }
  },
})
