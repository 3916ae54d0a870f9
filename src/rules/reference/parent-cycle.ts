import { lookUp } from '../../model/look-up.js'
import { at } from '../../model/place.js'
import { MOST_ABOVE } from '../../model/hierarchy.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const parentCycle = definePartnershipRule({
  code: 'reference/parent-cycle',
  severity: 'error',
  summary: 'A partnership is, over its parents, a part of itself, or of more wholes than there can be.',
  source: 'A part belongs to one whole',
  why: 'Totals leave out what has a parent, so a circle of parents is in no total at all.',
  remedy: 'Take out the parent of the one that is the whole.',
  *checkPartnership(partnership, { register }) {
    const seen = new Set<string>()
    let parent = partnership.parent
    while (parent !== undefined && parent !== partnership.id && !seen.has(parent) && seen.size <= MOST_ABOVE) {
      seen.add(parent)
      parent = lookUp(register).partnership.get(parent)?.parent
    }
    if (parent === partnership.id)
      yield {
        at: at(partnership, 'parent'),
        message: `"${partnership.parent}" is in turn a part of ${partnership.id}`,
        hint: 'take out the parent of the one that is the whole',
      }
    else if (seen.size > MOST_ABOVE)
      yield {
        at: at(partnership, 'parent'),
        message: `more than ${MOST_ABOVE} partnerships stand above ${partnership.id}, each a part of the next`,
        hint: 'name the whole itself as the parent',
      }
  },
})
