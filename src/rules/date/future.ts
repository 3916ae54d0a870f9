import { sayDay, sayInexactDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const future = definePartnershipRule({
  code: 'date/future',
  severity: 'error',
  summary: 'A review, assessment or signature lies in the future.',
  source: 'A record of what was held cannot be ahead of the day',
  why: 'A future review hides that the last one is overdue.',
  mend: 'Correct the day; plan future ones as actions or milestones.',
  *checkPartnership(partnership, { asOf }) {
    const dated = [
      ...partnership.reviews.map((it, index) => ({
        day: it.date,
        path: ['reviews', index, 'date'],
        what: 'a review',
      })),
      ...partnership.assessments.map((it, index) => ({
        day: it.date,
        path: ['assessments', index, 'date'],
        what: 'an assessment',
      })),
      ...partnership.documents.map((it, index) => ({
        day: it.signed,
        path: ['documents', index, 'signed'],
        what: 'a signature',
      })),
    ]
    for (const { day, path, what } of dated) {
      if (day !== undefined && day.first > asOf)
        yield {
          at: at(partnership, ...path),
          key: day.first,
          message: `${what} of ${sayInexactDay(day)} is in the future as of ${sayDay(asOf)}`,
          hint: 'correct the day; plan what is to come as an action or milestone',
        }
    }
  },
})
