import { at } from '../../model/place.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const endBeforeStart = definePartnershipRule({
  code: 'date/end-before-start',
  severity: 'error',
  summary: 'An end lies before its start.',
  source: 'Plain reckoning',
  why: 'Terms and yearly values come out wrong.',
  remedy: 'Correct one of the two days.',
  *checkPartnership(partnership) {
    const { start, end } = partnership
    if (start === undefined || end === undefined || end === 'none' || end.last >= start.first) return
    yield {
      at: at(partnership, 'end'),
      message: `the end (${end.written}) is before the start (${start.written})`,
      hint: 'correct one of the two',
      related: [{ at: at(partnership, 'start'), message: 'the start' }],
    }
  },
})
