import { formatInexactDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { openRisks } from '../../model/risk.js'
import { definePartnershipRule } from '../rule.js'

export const pastDue = definePartnershipRule({
  code: 'risk/past-due',
  severity: 'warning',
  cause: 'time',
  summary: 'The mitigation of a risk is overdue.',
  source: 'Mitigations have a day',
  why: 'A mitigation that is late is not a control.',
  remedy: 'Finish it, or write a new day.',
  *check(partnership, { asOf }) {
    for (const { index, risk, key } of openRisks(partnership)) {
      if (risk.due !== undefined && risk.due.last < asOf)
        yield {
          at: at(partnership, 'risks', index, 'due'),
          key,
          message: `its mitigation was due ${formatInexactDay(risk.due)}`,
        }
    }
  },
})
