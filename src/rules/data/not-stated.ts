import { atKey } from '../../model/place.js'
import { isRunning } from '../partnerships.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const notStated = definePartnershipRule({
  code: 'data/not-stated',
  severity: 'info',
  summary: 'Neither the level of personal data nor why it is unknown is stated.',
  source: 'The level decides which information-governance documents are needed',
  why: 'Which documents a partnership needs hangs on this.',
  remedy: 'Add `data: level: …`, or list `data` under `unknown` with the reason.',
  *checkPartnership(partnership, { policy }) {
    if (!isRunning(partnership) || policy.facts(partnership).data !== undefined || 'data' in partnership.unknown) return
    yield {
      at: atKey(partnership, 'data'),
      message: 'it is not stated whether personal data pass',
      hint: 'add data with level: none, incidental, personal or special-category; or list data under unknown with the reason',
    }
  },
})
