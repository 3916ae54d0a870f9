import { atKey } from '../../model/place.js'
import { isRunning } from '../partnerships.js'
import { defineRule } from '../rule.js'

export const notStated = defineRule({
  code: 'value/not-stated',
  severity: 'info',
  summary: 'Neither a value nor why it is unknown is stated.',
  source: 'Unknown counts as a point and at least standard',
  why: 'Unknown must not look like zero.',
  mend: 'Add `value`, or list it under `unknown` with the reason.',
  *check({ register, policy }) {
    for (const partnership of register.partnerships) {
      if (
        partnership.parent !== undefined ||
        !isRunning(partnership) ||
        policy.facts(partnership)['annual-value'] !== undefined ||
        'value' in partnership.unknown
      )
        continue
      yield {
        at: atKey(partnership, 'value'),
        message: 'no value is stated',
        hint: 'add value, or list value under unknown with the reason',
      }
    }
  },
})
