import { at } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const targetAboveCurrent = defineRule({
  code: 'risk/target-above-current',
  severity: 'error',
  summary: 'The target of a risk is above its score today.',
  source: 'Target must not exceed current',
  why: 'A target above today’s score asks for more risk.',
  mend: 'Correct the target or the scores.',
  *check({ register }) {
    for (const partnership of register.partnerships) {
      for (const [index, risk] of partnership.risks.entries()) {
        if (risk.status === 'closed') continue
        const score = (risk.likelihood ?? 0) * (risk.consequence ?? 0)
        if (risk.target !== undefined && score > 0 && risk.target > score)
          yield {
            at: at(partnership, 'risks', index, 'target'),
            key: risk.id ?? risk.title ?? risk.category ?? String(index),
            message: `the target ${risk.target} is above today’s score ${score}`,
            hint: 'correct the target or the scores',
          }
      }
    }
  },
})
