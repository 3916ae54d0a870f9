import { formatInexactDay } from '../../model/day.js'
import { ASPECTS } from '../../model/grade.js'
import { at } from '../../model/place.js'
import { definePartnershipRule } from '../rule.js'

export const copiedForward = definePartnershipRule({
  code: 'assessment/copied-forward',
  severity: 'info',
  summary: 'An assessment repeats the previous one word for word.',
  source: 'Ratings copied forward are the commonest fault of registers',
  why: 'An unchanged comment suggests that nobody looked.',
  remedy: 'Look again, and say what is new.',
  *check(partnership) {
    const sorted = partnership.assessments
      .map((it, index) => ({ it, index }))
      .sort((a, b) => (a.it.date.last < b.it.date.last ? -1 : 1))
    for (const [position, { it, index }] of sorted.entries()) {
      const before = sorted[position - 1]?.it
      const words = JSON.stringify(it.comments ?? null)
      if (
        before === undefined ||
        it.comments === undefined ||
        words !== JSON.stringify(before.comments) ||
        ASPECTS.some((aspect) => it[aspect] !== before[aspect])
      )
        continue
      yield {
        at: at(partnership, 'assessments', index, 'date'),
        key: it.date.last,
        message: `grades and comments repeat those of ${formatInexactDay(before.date)}, word for word`,
      }
    }
  },
})
