import { sayInexactDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const pastDue = defineRule({
  code: 'action/past-due',
  severity: 'warning',
  cause: 'time',
  summary: 'An action is past its day.',
  source: 'Actions have a day',
  why: 'A promise that passes in silence was not one.',
  mend: 'Add `done`, or write a new day.',
  *check({ register, asOf }) {
    for (const record of [...register.partnerships, register.settings]) {
      for (const [index, { title, due, done }] of record.actions.entries()) {
        if (due === undefined || done !== undefined || due.last >= asOf) continue
        yield {
          at: at(record, 'actions', index, 'due'),
          key: `${title} ${due.last}`,
          message: `"${title}" was due ${sayInexactDay(due)}`,
          hint: 'add done, or write a new day',
        }
      }
    }
  },
})
