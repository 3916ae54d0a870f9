import { at } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const noOwner = defineRule({
  code: 'risk/no-owner',
  severity: 'warning',
  summary: 'A risk has no owner.',
  source: 'A risk belongs to a role',
  why: 'Nobody watches what belongs to nobody.',
  mend: 'Add `owner`.',
  *check({ register }) {
    for (const partnership of register.partnerships) {
      for (const [index, risk] of partnership.risks.entries()) {
        if (risk.status === 'closed') continue
        const score = (risk.likelihood ?? 0) * (risk.consequence ?? 0)
        if (risk.owner === undefined && risk.none === undefined && score > 0)
          yield {
            at: at(partnership, 'risks', index),
            key: risk.id ?? risk.title ?? risk.category ?? String(index),
            message: 'this risk has no owner',
            hint: 'add owner: a role of register.yaml',
          }
      }
    }
  },
})
