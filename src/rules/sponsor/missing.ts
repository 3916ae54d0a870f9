import { atKey } from '../../model/place.js'
import { lineOf } from '../../model/wholes.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const missing = definePartnershipRule({
  code: 'sponsor/missing',
  severity: 'warning',
  summary: 'A partnership has no sponsor.',
  source: 'A sponsor is a role: it is compulsory, a person is not',
  why: 'The owner leaves and the knowledge goes.',
  mend: 'Add `sponsor`, or list it under `unknown` with the reason.',
  *checkPartnership(partnership, { register }) {
    const line = lineOf(register, partnership)
    if (partnership.status === 'ended' || line.some((it) => it.sponsor !== undefined || 'sponsor' in it.unknown)) return
    yield {
      at: atKey(partnership, 'sponsor'),
      message: 'no sponsor is named',
      hint: 'add sponsor: the executive role that answers for it; or list sponsor under unknown with the reason',
    }
  },
})
