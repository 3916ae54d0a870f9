import { exactly } from '../model/day.js'
import { partnershipSchema, type Partnership } from '../model/partnership.js'
import { schemaAt } from '../model/schema-walk.js'
import { dayColumn, wordColumn, type ListInput } from './columns.js'
import { defineList } from './list.js'

interface ReviewRow {
  readonly partnership: Partnership
  /** Undefined where the partnership has never been reviewed. */
  readonly review: Partnership['reviews'][number] | undefined
}

/** Full reviews, the latest first, and the partnerships that have never had one. */
export const reviewList = defineList<ReviewRow>({
  name: 'reviews',
  summary: 'full reviews that took place, the latest first, and partnerships that never had one',
  shown: ['partnership', 'date', 'by', 'outcome', 'next'],
  order: '-date',
  rows: ({ register }) =>
    register.partnerships.flatMap((partnership): ReviewRow[] =>
      partnership.reviews.length === 0
        ? [{ partnership, review: undefined }]
        : partnership.reviews.map((review) => ({ partnership, review })),
    ),
  partnershipOf: (it) => it.partnership,
  fields: { schema: () => schemaAt(partnershipSchema, ['reviews', 0])!, of: (it) => it.review, except: ['stamp'] },
  columns: [
    wordColumn('partnership', 'Partnership', (it) => it.partnership.name),
    dayColumn('date', 'Date', (it) => it.review?.date ?? 'none', { none: 'never' }),
    wordColumn('by', 'By', (it) => (it.review === undefined ? [] : it.review.by)),
    wordColumn('outcome', 'Outcome', (it) => (it.review === undefined ? [] : it.review.outcome)),
    dayColumn('next', 'Next due', nextOf, { none: 'none is required' }),
  ],
})

function nextOf({ partnership }: ReviewRow, { policy }: ListInput) {
  const due = policy.due('review', partnership)
  return due === undefined ? 'none' : due.day === undefined ? undefined : exactly(due.day)
}
