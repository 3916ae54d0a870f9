import { addDuration, sayInexactDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const proposedTooLong = defineRule({
  code: 'partnership/proposed-too-long',
  severity: 'info',
  cause: 'time',
  summary: 'A partnership has been proposed for long.',
  source: 'policy.yaml: limits, proposed-for',
  why: 'A proposal that nobody decides on binds people all the same.',
  mend: 'Decide: make it active, or end it.',
  *check({ register, policy, asOf }) {
    for (const partnership of register.partnerships) {
      const most = policy.policy.single('limits')?.['proposed-for']
      const { status, start } = partnership
      if (most === undefined || status !== 'proposed' || start === undefined || addDuration(start.last, most) >= asOf)
        continue
      yield {
        at: at(partnership, 'status'),
        message: `it has been proposed since before ${sayInexactDay(start)}`,
        hint: 'make it active, or end it',
      }
    }
  },
})
