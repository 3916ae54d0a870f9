import { lookUp } from '../../model/look-up.js'
import { atKey } from '../../model/place.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const missing = definePartnershipRule({
  code: 'lead/missing',
  severity: 'warning',
  summary: 'A partnership has no lead.',
  source: 'A lead is a role: it is compulsory, a person is not',
  why: 'The owner leaves and the knowledge goes.',
  mend: 'Add `lead`, or list it under `unknown` with the reason.',
  *checkPartnership(partnership, { register }) {
    const parent = lookUp(register).partnership.get(partnership.parent)
    if (
      partnership.status === 'ended' ||
      partnership.lead !== undefined ||
      parent?.lead !== undefined ||
      'lead' in { ...parent?.unknown, ...partnership.unknown }
    )
      return
    yield {
      at: atKey(partnership, 'lead'),
      message: 'no lead is named',
      hint: 'add lead: the role that runs it; or list lead under unknown with the reason',
    }
  },
})
