import { atKey } from '../../model/place.js'
import { isRunning } from '../partnerships.js'
import { defineRule } from '../rule.js'

export const notSigned = defineRule({
  code: 'standard/not-signed',
  severity: 'warning',
  summary: 'A partnership has not signed the partnership standard.',
  source: 'policy.yaml: standard',
  why: 'The standard is the pledge that all new partnerships make.',
  mend: 'Have it signed and add `standard` with its version.',
  *check({ register, policy }) {
    for (const partnership of register.partnerships) {
      const standard = policy.policy.single('standard')
      if (standard === undefined || !isRunning(partnership) || partnership.standard !== undefined) continue
      const isNew = partnership.start !== undefined && partnership.start.first >= standard.from.first
      if (!isNew && !standard.tiers.includes(policy.tier(partnership).id)) continue
      yield {
        at: atKey(partnership, 'standard'),
        key: standard.version,
        message: `the partnership standard (version ${standard.version}) is not signed`,
        hint: 'have it signed, and add standard with version and agreed',
      }
    }
  },
})
