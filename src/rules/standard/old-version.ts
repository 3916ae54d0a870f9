import { at } from '../../model/place.js'
import { isRunning } from '../partnerships.js'
import { defineRule } from '../rule.js'

export const oldVersion = defineRule({
  code: 'standard/old-version',
  severity: 'info',
  summary: 'A partnership has signed an older version of the partnership standard.',
  source: 'policy.yaml: standard',
  why: 'What was pledged is no longer what is asked.',
  mend: 'Have the current version signed.',
  *check({ register, policy }) {
    for (const partnership of register.partnerships) {
      const current = policy.policy.single('standard')?.version
      if (
        current === undefined ||
        !isRunning(partnership) ||
        partnership.standard === undefined ||
        partnership.standard.version === current
      )
        continue
      yield {
        at: at(partnership, 'standard', 'version'),
        key: current,
        message: `version ${partnership.standard.version} of the partnership standard was signed; ${current} is in force`,
        hint: 'have the current version signed',
      }
    }
  },
})
