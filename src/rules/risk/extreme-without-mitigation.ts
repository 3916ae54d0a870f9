import { at } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const extremeWithoutMitigation = defineRule({
  code: 'risk/extreme-without-mitigation',
  severity: 'error',
  summary: 'An extreme risk has no mitigation.',
  source: 'policy.yaml: risk-bands; 15 to 25 is extreme',
  why: 'An extreme risk that nothing is done about is accepted without anybody having said so.',
  mend: 'Write what is done about it, or have it accepted.',
  *check({ register, policy }) {
    for (const partnership of register.partnerships) {
      for (const [index, risk] of partnership.risks.entries()) {
        if (risk.status === 'closed') continue
        const score = (risk.likelihood ?? 0) * (risk.consequence ?? 0)
        if (
          score >= (policy.policy.entries('risk-bands').find((it) => it.id === 'extreme')?.data ?? 15) &&
          risk.mitigation === undefined &&
          risk.status !== 'accepted'
        )
          yield {
            at: at(partnership, 'risks', index),
            key: risk.id ?? risk.title ?? risk.category ?? String(index),
            message: `this risk scores ${score} and has no mitigation`,
            hint: 'write what is done under mitigation, or have it accepted by somebody named',
          }
      }
    }
  },
})
