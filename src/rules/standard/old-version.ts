import { at } from '../../model/place.js'
import { isRunning } from '../partnerships.js'
import { definePartnershipRule } from '../rule.js'

export const oldVersion = definePartnershipRule({
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
