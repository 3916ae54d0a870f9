import { at } from '../../model/place.js'
import { definePartnershipRule } from '../rule.js'

export const endedWithOpenActions = definePartnershipRule({
  code: 'partnership/ended-with-open-actions',
  severity: 'warning',
  summary: 'An ended partnership has open actions or risks.',
  source: 'What has ended has nothing left to do',
  why: 'Loose ends of ended partnerships are forgotten.',
  remedy: 'Close them, or move them to another record.',
  *check(partnership) {
    if (partnership.status !== 'ended') return
    for (const [index, action] of partnership.actions.entries())
      if (action.done === undefined)
        yield {
          at: at(partnership, 'actions', index),
          key: action.title,
          message: `the partnership has ended, and "${action.title}" is still open`,
          hint: 'add done, or move it to another record',
        }
    for (const [index, risk] of partnership.risks.entries())
      if (risk.status !== 'closed')
        yield {
          at: at(partnership, 'risks', index),
          key: risk.id ?? risk.title ?? '',
          message: 'the partnership has ended, and this risk is still open',
          hint: 'set its status to closed',
        }
  },
})
