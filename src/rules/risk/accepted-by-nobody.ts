import { at } from '../../model/place.js'
import { openRisks } from '../../model/risk.js'
import { definePartnershipRule } from '../rule.js'

export const acceptedByNobody = definePartnershipRule({
  code: 'risk/accepted-by-nobody',
  severity: 'warning',
  summary: 'A risk is accepted, without the role that accepted it.',
  source: 'A risk is accepted by a role that may do so',
  why: 'A risk that nobody accepted by name is a risk that was forgotten.',
  remedy: 'Add `accepted-by`, the role that accepted it, or set its status to open.',
  *check(partnership) {
    for (const { index, risk, key } of openRisks(partnership)) {
      if (risk.status !== 'accepted' || risk['accepted-by'] !== undefined) continue
      yield {
        at: at(partnership, 'risks', index, 'status'),
        key,
        message: 'this risk is accepted, but not by a named role',
      }
    }
  },
})
