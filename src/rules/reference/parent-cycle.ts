import { lookUp } from '../../model/look-up.js'
import { at } from '../../model/place.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const parentCycle = definePartnershipRule({
  code: 'reference/parent-cycle',
  severity: 'error',
  summary: 'A partnership is, over its parents, a part of itself.',
  source: 'A part belongs to one whole',
  why: 'Totals leave out what has a parent, so a circle of parents is in no total at all.',
  mend: 'Take out the parent of the one that is the whole.',
  *checkPartnership(partnership, { register }) {
    const seen = new Set<string>()
    let parent = partnership.parent
    while (parent !== undefined && parent !== partnership.id && !seen.has(parent)) {
      seen.add(parent)
      parent = lookUp(register).partnership.get(parent)?.parent
    }
    if (parent === partnership.id)
      yield {
        at: at(partnership, 'parent'),
        message: `"${partnership.parent}" is in turn a part of ${partnership.id}`,
        hint: 'take out the parent of the one that is the whole',
      }
  },
})
