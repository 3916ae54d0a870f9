import { allActions } from '../../model/actions.js'
import { formatInexactDay } from '../../model/day.js'
import { within } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const pastDue = defineRule({
  code: 'action/past-due',
  severity: 'warning',
  cause: 'time',
  summary: 'An action is past its day.',
  source: 'Actions have a day',
  why: 'A promise that passes in silence was not one.',
  remedy: 'Add `done`, or write a new day.',
  *check({ register, asOf }) {
    for (const { action, at } of allActions(register)) {
      const { title, due, done } = action
      if (due === undefined || done !== undefined || due.last >= asOf) continue
      yield {
        at: within(at, 'due'),
        key: `${title} ${due.last}`,
        message: `"${title}" was due ${formatInexactDay(due)}`,
        hint: 'add done, or write a new day',
      }
    }
  },
})
