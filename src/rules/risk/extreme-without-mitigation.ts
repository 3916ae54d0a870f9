import { at } from '../../model/place.js'
import { openRisks } from '../../model/risk.js'
import { extremeFrom } from '../../policy/risk-bands.js'
import { definePartnershipRule } from '../rule.js'

export const extremeWithoutMitigation = definePartnershipRule({
  code: 'risk/extreme-without-mitigation',
  severity: 'error',
  summary: 'An extreme risk has no mitigation.',
  source: 'policy.yaml: risk-bands; 15 to 25 is extreme',
  why: 'An extreme risk without mitigation has been accepted without anybody saying so.',
  remedy: 'Add `mitigation`, or have the risk accepted by a named role.',
  *check(partnership, { policy }) {
    const extreme = extremeFrom(policy.policy)
    for (const { index, risk, score, key } of openRisks(partnership)) {
      if (score === undefined || score < extreme || risk.mitigation !== undefined || risk.status === 'accepted')
        continue
      yield {
        at: at(partnership, 'risks', index),
        key,
        message: `this risk scores ${score} and has no mitigation`,
      }
    }
  },
})
