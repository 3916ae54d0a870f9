import { atKey } from '../../model/place.js'
import { hasParent } from '../../model/hierarchy.js'
import { isRunning } from '../partnerships.js'
import { definePartnershipRule } from '../rule.js'

export const notStated = definePartnershipRule({
  code: 'value/not-stated',
  severity: 'info',
  summary: 'Neither the value nor the reason why it is unknown is stated.',
  source: 'Unknown counts as a point and at least standard',
  why: 'Unknown must not look like zero.',
  remedy: 'Add `value`, or list it under `unknown` with the reason.',
  *check(partnership, { register, policy }) {
    if (
      hasParent(register, partnership) ||
      !isRunning(partnership) ||
      partnership.value !== undefined ||
      policy.facts(partnership)['annual-value'] !== undefined ||
      'value' in partnership.unknown
    )
      return
    yield {
      at: atKey(partnership, 'value'),
      message: 'no value is stated',
    }
  },
})
