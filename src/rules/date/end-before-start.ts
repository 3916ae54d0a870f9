import { at } from '../../model/place.js'
import { definePartnershipRule } from '../rule.js'

export const endBeforeStart = definePartnershipRule({
  code: 'date/end-before-start',
  severity: 'error',
  summary: 'The end is before the start.',
  source: 'Simple arithmetic',
  why: 'Terms and yearly values come out wrong.',
  remedy: 'Correct one of the two days.',
  *check(partnership) {
    const { start, end } = partnership
    if (start === undefined || end === undefined || end === 'none' || end.last >= start.first) return
    yield {
      at: at(partnership, 'end'),
      message: `the end (${end.written}) is before the start (${start.written})`,
      related: [{ at: at(partnership, 'start'), message: 'the start' }],
    }
  },
})
