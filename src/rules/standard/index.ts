import { atKey, at } from '../../model/place.js'
import { type Rule, definePartnershipRule, isRunning } from '../rule.js'

const notSigned = definePartnershipRule({
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

const oldVersion = definePartnershipRule({
  code: 'standard/old-version',
  severity: 'info',
  summary: 'A partnership has signed an older version of the partnership standard.',
  source: 'policy.yaml: standard',
  why: 'It has pledged something other than what is now required.',
  remedy: 'Have the current version signed.',
  *check(partnership, { policy }) {
    const current = policy.policy.single('standard')?.version
    if (
      current === undefined ||
      !isRunning(partnership) ||
      partnership.standard === undefined ||
      partnership.standard.version === current
    )
      return
    yield {
      at: at(partnership, 'standard', 'version'),
      key: current,
      message: `version ${partnership.standard.version} of the partnership standard was signed; ${current} is in force`,
    }
  },
})

export const standardRules: readonly Rule[] = [notSigned, oldVersion]
