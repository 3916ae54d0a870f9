import { formatInexactDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { endedWhole } from '../../model/hierarchy.js'
import { definePartnershipRule } from '../rule.js'

export const partOfEnded = definePartnershipRule({
  code: 'partnership/part-of-ended',
  severity: 'warning',
  summary: 'A partnership has ended, and a part of it has not.',
  source: 'A part has its value, documents and reviews in the whole, which is no longer there',
  why: 'The part counts as a partnership of its own until somebody decides what it is.',
  remedy:
    'End it as well; or remove `parent` if it continues by itself; or name the partnership that it now belongs to.',
  *check(partnership, { register }) {
    const whole = partnership.status === 'ended' ? undefined : endedWhole(register, partnership)
    if (whole === undefined) return
    const when = whole.end === undefined || whole.end === 'none' ? '' : ` (${formatInexactDay(whole.end)})`
    yield {
      at: at(partnership, 'parent'),
      message: `${whole.name} has ended${when}, and this part of it has not`,
    }
  },
})
