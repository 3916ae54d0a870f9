import { actionsOf } from '../../model/actions.js'
import { formatInexactDay } from '../../model/day.js'
import { within } from '../../model/place.js'
import { defineRecordRule, type Rule } from '../rule.js'

export const actionRules: readonly Rule[] = [
  defineRecordRule({
    code: 'action/past-due',
    severity: 'warning',
    cause: 'time',
    summary: 'An action is overdue.',
    source: 'Actions have a day',
    why: 'A promise that passes without a word was not a promise.',
    remedy: 'Add `done`, or write a new day.',
    records: ['register', 'partnership'],
    *check(record, { asOf }) {
      for (const { action, at } of actionsOf(record)) {
        const { title, due, done } = action
        if (due === undefined || done !== undefined || due.last >= asOf) continue
        yield {
          at: within(at, 'due'),
          key: `${title} ${due.last}`,
          message: `"${title}" was due ${formatInexactDay(due)}`,
        }
      }
    },
  }),
]
