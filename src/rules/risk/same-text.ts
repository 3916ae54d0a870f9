import { slug } from '../../model/id.js'
import { at } from '../../model/place.js'
import { openRisks } from '../../model/risk.js'
import { definePartnershipRule } from '../rule.js'

export const sameText = definePartnershipRule({
  code: 'risk/same-text',
  severity: 'warning',
  summary: 'Two categories of a risk profile have the same text.',
  source: 'Risk profile: the worst credible event of each category',
  why: 'A text that fits two categories was written once, and copied.',
  remedy: 'Say what could go wrong in each category, or remove one of them.',
  *check(partnership) {
    const first = new Map<string, number>()
    for (const { index, risk, key } of openRisks(partnership)) {
      const { category, title = '', cause = '', effect = '' } = risk
      const text = slug(`${title} ${cause} ${effect}`)
      if (category === undefined || text === '') continue
      const earlier = first.get(text)
      if (earlier === undefined) first.set(text, index)
      else if (partnership.risks[earlier]!.category !== category)
        yield {
          at: at(partnership, 'risks', index, 'category'),
          key,
          message: `${category} and ${partnership.risks[earlier]!.category} have the same text`,
          related: [{ at: at(partnership, 'risks', earlier, 'category'), message: 'the same text' }],
        }
    }
  },
})
