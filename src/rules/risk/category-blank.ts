import { lowerFirst } from '../../model/words.js'
import { atKey } from '../../model/place.js'
import { blankCategories } from '../../policy/risk-categories.js'
import { definePartnershipRule } from '../rule.js'

export const categoryBlank = definePartnershipRule({
  code: 'risk/category-blank',
  severity: 'info',
  summary: 'A risk profile leaves out a category.',
  source: 'Risk profile: every category, or “no risk above 3, because…”',
  why: 'A category that nobody filled in was not considered.',
  remedy: 'Add a risk of that category, or one with `none` and the reason.',
  *check(partnership, { policy }) {
    if (partnership.risks.length < 3 || partnership.status === 'ended') return // fewer risks are notes, not a profile
    for (const { id, title } of blankCategories(policy.policy, partnership))
      yield {
        at: atKey(partnership, 'risks'),
        key: id,
        message: `the risk profile does not cover ${lowerFirst(title)}`,
        hint: `add a risk with category: ${id}, or one with none: the reason`,
      }
  },
})
