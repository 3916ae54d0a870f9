import { at } from '../../model/place.js'
import { openRisks } from '../../model/risk.js'
import { definePartnershipRule } from '../rule.js'

export const targetAboveCurrent = definePartnershipRule({
  code: 'risk/target-above-current',
  severity: 'error',
  summary: 'The target of a risk is above its current score.',
  source: 'Target must not exceed current',
  why: 'A target above the current score calls for more risk.',
  remedy: 'Correct the target or the scores.',
  *check(partnership) {
    for (const { index, risk, score, key } of openRisks(partnership)) {
      if (risk.target !== undefined && score !== undefined && risk.target > score)
        yield {
          at: at(partnership, 'risks', index, 'target'),
          key,
          message: `the target ${risk.target} is above today’s score ${score}`,
        }
    }
  },
})
