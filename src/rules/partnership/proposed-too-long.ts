import { addDuration, formatInexactDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { definePartnershipRule } from '../rule.js'

export const proposedTooLong = definePartnershipRule({
  code: 'partnership/proposed-too-long',
  severity: 'info',
  cause: 'time',
  summary: 'A partnership has been proposed for a long time.',
  source: 'policy.yaml: limits, proposed-for',
  why: 'A proposal that nobody decides on still ties people up.',
  remedy: 'Decide: make it active, or end it.',
  *check(partnership, { policy, asOf }) {
    const most = policy.policy.single('limits')?.['proposed-for']
    const { status, start } = partnership
    if (most === undefined || status !== 'proposed' || start === undefined || addDuration(start.last, most) >= asOf)
      return
    yield {
      at: at(partnership, 'status'),
      message: `it has been proposed since before ${formatInexactDay(start)}`,
    }
  },
})
