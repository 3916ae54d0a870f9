import { atKey } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const missing = defineRule({
  code: 'sponsor/missing',
  severity: 'warning',
  summary: 'A partnership has no sponsor.',
  source: 'A sponsor is a role: it is compulsory, a person is not',
  why: 'The owner leaves and the knowledge goes.',
  mend: 'Add `sponsor`, or list it under `unknown` with the reason.',
  *check({ register }) {
    for (const partnership of register.partnerships) {
      const parent = register.partnerships.find((it) => it.id === partnership.parent)
      if (
        partnership.status === 'ended' ||
        partnership.sponsor !== undefined ||
        parent?.sponsor !== undefined ||
        'sponsor' in { ...parent?.unknown, ...partnership.unknown }
      )
        continue
      yield {
        at: atKey(partnership, 'sponsor'),
        message: 'no sponsor is named',
        hint: 'add sponsor: the executive role that answers for it; or list sponsor under unknown with the reason',
      }
    }
  },
})
