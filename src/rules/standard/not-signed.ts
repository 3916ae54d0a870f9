import { atKey } from '../../model/place.js'
import { isRunning } from '../partnerships.js'
import { definePartnershipRule } from '../rule.js'

export const notSigned = definePartnershipRule({
  code: 'standard/not-signed',
  severity: 'warning',
  summary: 'A partnership has not signed the partnership standard.',
  source: 'policy.yaml: standard',
  why: 'The standard is the pledge that all new partnerships make.',
  remedy: 'Have it signed, and add `standard` with `version` and `agreed`.',
  *check(partnership, { policy }) {
    const standard = policy.policy.single('standard')
    if (standard === undefined || !isRunning(partnership) || partnership.standard !== undefined) return
    const isNew = partnership.start !== undefined && partnership.start.first >= standard.from.first
    if (!isNew && !standard.tiers.includes(policy.tier(partnership).id)) return
    yield {
      at: atKey(partnership, 'standard'),
      key: standard.version,
      message: `the partnership standard (version ${standard.version}) is not signed`,
    }
  },
})
