import { atKey } from '../../model/place.js'
import { lineOf } from '../../model/wholes.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const missing = definePartnershipRule({
  code: 'lead/missing',
  severity: 'warning',
  summary: 'A partnership has no lead.',
  source: 'A lead is a role: it is compulsory, a person is not',
  why: 'The owner leaves and the knowledge goes.',
  mend: 'Add `lead`, or list it under `unknown` with the reason.',
  *checkPartnership(partnership, { register }) {
    const line = lineOf(register, partnership)
    if (partnership.status === 'ended' || line.some((it) => it.lead !== undefined || 'lead' in it.unknown)) return
    yield {
      at: atKey(partnership, 'lead'),
      message: 'no lead is named',
      hint: 'add lead: the role that runs it; or list lead under unknown with the reason',
    }
  },
})
