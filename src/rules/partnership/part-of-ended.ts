import { formatInexactDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { endedWhole } from '../../model/hierarchy.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const partOfEnded = definePartnershipRule({
  code: 'partnership/part-of-ended',
  severity: 'warning',
  summary: 'A part has not ended, and the partnership that it is a part of has.',
  source: 'A part has its value, documents and reviews in its whole, which is no more',
  why: 'It counts as a partnership of its own until somebody decides what it is.',
  remedy: 'End it, too; or take out `parent`, if it goes on by itself; or name the partnership that it now belongs to.',
  *checkPartnership(partnership, { register }) {
    const whole = partnership.status === 'ended' ? undefined : endedWhole(register, partnership)
    if (whole === undefined) return
    const when = whole.end === undefined || whole.end === 'none' ? '' : ` (${formatInexactDay(whole.end)})`
    yield {
      at: at(partnership, 'parent'),
      message: `${whole.name} has ended${when}, and this part of it has not`,
      hint: 'end it, too, or take out parent if it goes on by itself',
    }
  },
})
