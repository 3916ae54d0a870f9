import { formatInexactDay } from '../../model/day.js'
import { latestUpdate } from '../../model/latest.js'
import { at } from '../../model/place.js'
import { defineRegisterRule } from '../rule.js'

export const pastDue = defineRegisterRule({
  code: 'next-step/past-due',
  severity: 'warning',
  cause: 'time',
  summary: 'A next step of the latest update is past its day.',
  source: 'Next steps are promises to the Board',
  why: 'The next paper must answer it.',
  remedy: 'Write the next update, and answer it under `answers`.',
  *check({ register, asOf }) {
    const update = latestUpdate(register, asOf)
    for (const [index, { title, due }] of update?.['next-steps'].entries() ?? []) {
      if (due !== undefined && due.last < asOf)
        yield {
          at: at(update!, 'next-steps', index),
          key: due.last,
          message: `"${title}" was promised for ${formatInexactDay(due)}`,
        }
    }
  },
})
