import { lookUp } from '../../model/look-up.js'
import { at } from '../../model/place.js'
import { MOST_ABOVE } from '../../model/hierarchy.js'
import { definePartnershipRule } from '../rule.js'

export const parentCycle = definePartnershipRule({
  code: 'reference/parent-cycle',
  severity: 'error',
  summary: 'A partnership is, through its parents, a part of itself, or of more partnerships than there can be.',
  source: 'A part belongs to one whole',
  why: 'Totals leave out partnerships that have a parent, so a circle of parents is in no total at all.',
  remedy: 'Remove the parent of the one that is the whole.',
  *check(partnership, { register }) {
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
      }
    else if (seen.size > MOST_ABOVE)
      yield {
        at: at(partnership, 'parent'),
        message: `more than ${MOST_ABOVE} partnerships are above ${partnership.id}, each a part of the next`,
        hint: 'name the topmost partnership itself as the parent',
      }
  },
})
