import { at } from '../../model/place.js'
import { openRisks } from '../../model/risk.js'
import { definePartnershipRule } from '../rule.js'

export const noOwner = definePartnershipRule({
  code: 'risk/no-owner',
  severity: 'warning',
  summary: 'A risk has no owner.',
  source: 'A risk belongs to a role',
  why: 'Nobody watches what belongs to nobody.',
  remedy: 'Add `owner`: a role of register.yaml.',
  *check(partnership) {
    for (const { index, risk, score, key } of openRisks(partnership)) {
      if (risk.owner === undefined && score !== undefined)
        yield {
          at: at(partnership, 'risks', index),
          key,
          message: 'this risk has no owner',
        }
    }
  },
})
