import { at } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const endBeforeStart = defineRule({
  code: 'date/end-before-start',
  severity: 'error',
  summary: 'An end lies before its start.',
  source: 'Plain reckoning',
  why: 'Terms and yearly values come out wrong.',
  mend: 'Correct one of the two days.',
  *check({ register }) {
    for (const partnership of register.partnerships) {
      const { start, end } = partnership
      if (start === undefined || end === undefined || end === 'none' || end.last >= start.first) continue
      yield {
        at: at(partnership, 'end'),
        message: `the end (${end.written}) is before the start (${start.written})`,
        hint: 'correct one of the two',
        related: [{ at: at(partnership, 'start'), message: 'the start' }],
      }
    }
  },
})
