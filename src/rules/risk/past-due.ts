import { at } from '../../model/place.js'
import { sayInexactDay } from '../../model/day.js'
import { defineRule } from '../rule.js'

export const pastDue = defineRule({
  code: 'risk/past-due',
  severity: 'warning',
  cause: 'time',
  summary: 'The mitigation of a risk is past its day.',
  source: 'Mitigations have a day',
  why: 'A mitigation that is late is not a control.',
  mend: 'Finish it, or say until when.',
  *check({ register, asOf }) {
    for (const partnership of register.partnerships) {
      for (const [index, risk] of partnership.risks.entries()) {
        if (risk.status === 'closed') continue
        if (risk.due !== undefined && risk.due.last < asOf)
          yield {
            at: at(partnership, 'risks', index, 'due'),
            key: risk.id ?? risk.title ?? risk.category ?? String(index),
            message: `its mitigation was due ${sayInexactDay(risk.due!)}`,
            hint: 'finish it, or write a new day',
          }
      }
    }
  },
})
