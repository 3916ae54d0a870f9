import { atKey } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const missing = defineRule({
  code: 'lead/missing',
  severity: 'warning',
  summary: 'A partnership has no lead.',
  source: 'A lead is a role: it is compulsory, a person is not',
  why: 'The owner leaves and the knowledge goes.',
  mend: 'Add `lead`, or list it under `unknown` with the reason.',
  *check({ register }) {
    for (const partnership of register.partnerships) {
      const parent = register.partnerships.find((it) => it.id === partnership.parent)
      if (
        partnership.status === 'ended' ||
        partnership.lead !== undefined ||
        parent?.lead !== undefined ||
        'lead' in { ...parent?.unknown, ...partnership.unknown }
      )
        continue
      yield {
        at: atKey(partnership, 'lead'),
        message: 'no lead is named',
        hint: 'add lead: the role that runs it; or list lead under unknown with the reason',
      }
    }
  },
})
