import { formatDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { isRunning } from '../partnerships.js'
import { definePartnershipRule } from '../rule.js'

export const pastEnd = definePartnershipRule({
  code: 'partnership/past-end',
  severity: 'error',
  cause: 'time',
  summary: 'The end has passed and the partnership is still active.',
  source: 'Rollover: a finding, never a silent end',
  why: 'A service that continues after its end has no agreement.',
  remedy: 'Write the new end, or set `status` to ending or ended.',
  *check(partnership, { asOf }) {
    const { end } = partnership
    if (!isRunning(partnership) || end === undefined || end === 'none' || end.last >= asOf) return
    yield {
      at: at(partnership, 'end'),
      key: end.last,
      message: `it ended on ${formatDay(end.last)}, and is still ${partnership.status}`,
    }
  },
})
