import { at } from '../../model/place.js'
import { definePartnershipRule } from '../rule.js'

export const informalWithData = definePartnershipRule({
  code: 'partnership/informal-with-data',
  severity: 'warning',
  summary: 'An informal partnership shares personal data.',
  source: 'Size never lowers the level of information governance',
  why: 'Personal data need a written basis, however small the partnership.',
  remedy: 'Change its `kind`, and make the documents that the level requires.',
  *check(partnership) {
    const level = partnership.data?.level
    if (partnership.kind !== 'informal' || (level !== 'personal' && level !== 'special-category')) return
    yield {
      at: at(partnership, 'data', 'level'),
      message: 'an informal partnership has no paper, but personal data are shared',
    }
  },
})
