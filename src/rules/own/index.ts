import { currencyOf } from '../../model/register-currency.js'
import { formatCondition } from '../../model/condition.js'
import { isInForce } from '../../model/grounds.js'
import { atKey } from '../../model/place.js'
import { evaluate, truthOf } from '../../policy/conditions.js'
import { definePartnershipRule, type Rule } from '../rule.js'

export const ownRules: readonly Rule[] = [
  definePartnershipRule({
    code: 'own/check',
    severity: 'warning',
    summary: 'A check of the organisation’s own policy does not hold.',
    source: 'policy.yaml: checks; the code is own/<id>',
    why: 'The organisation requires it.',
    remedy: 'Fix it as its message says.',
    *check(partnership, { policy, register, asOf }) {
      const currency = currencyOf(register)
      for (const { id, data, at: place } of policy.policy.entries('checks')) {
        if (!isInForce(data, asOf)) continue
        if (data.when === undefined || data.expect === undefined || partnership.status === 'ended') continue
        const facts = policy.facts(partnership)
        if (truthOf(data.when, facts, policy.rank) !== 'true') continue
        const verdict = evaluate(data.expect, facts, policy.rank, currency)
        if (verdict.truth === 'true') continue
        const unknown = verdict.truth === 'unknown' ? ` (${verdict.reasons.join(', ')})` : ''
        yield {
          code: `own/${id}`,
          ...(data.severity && { severity: data.severity }),
          at: atKey(partnership, 'name'),
          key: id,
          message: `${data.message ?? `${formatCondition(data.expect, currency)} does not hold`}${unknown}`,
          hint: `expected: ${formatCondition(data.expect, currency)}`,
          because: [{ text: `own check ${id}`, at: place }],
        }
      }
    },
  }),
]
