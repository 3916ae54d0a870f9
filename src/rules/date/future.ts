import { exactly, formatDay, formatInexactDay, type InexactDay } from '../../model/day.js'
import { hasHappenedBy } from '../../model/latest.js'
import type { Organisation } from '../../model/organisation.js'
import type { Partnership } from '../../model/partnership.js'
import { at, type Filed, type Place } from '../../model/place.js'
import { isHeldReview } from '../../model/quality-review.js'
import { defineRecordRule } from '../rule.js'

export const future = defineRecordRule({
  code: 'date/future',
  severity: 'error',
  summary: 'A review, assessment, self-assessment, signature or something else already done is dated in the future.',
  source: 'What has been done has a day in the past',
  why: 'Nobody knows yet whether it will happen; until then it does not count.',
  remedy: 'Correct the day; plan what is to come as `next-review`, an action or a milestone.',
  records: ['partnership', 'organisation'],
  *check(record, { asOf }) {
    const dated = 'partners' in record ? datesOf(record) : datesOfOrganisation(record)
    for (const { day, at, what } of dated) {
      if (day !== undefined && !hasHappenedBy(day, asOf))
        yield {
          at,
          key: day.first,
          message: `${what} of ${formatInexactDay(day)} is in the future as of ${formatDay(asOf)}`,
        }
    }
  },
})

interface Dated {
  readonly day: InexactDay | undefined
  readonly at: Place
  readonly what: string
}

function datesOf(partnership: Partnership): Dated[] {
  const { confirmed } = partnership
  const finished = (['actions', 'milestones', 'recommendations'] as const).flatMap((list) =>
    daysIn(partnership, list, 'done', 'the end of a step'),
  )
  return [
    ...daysIn(partnership, 'reviews', 'date', 'a review'),
    ...daysIn(partnership, 'assessments', 'date', 'an assessment'),
    ...daysIn(partnership, 'quality-reviews', 'period', 'a peer quality review').filter((_, index) =>
      isHeldReview(partnership['quality-reviews'][index]!),
    ),
    ...daysIn(partnership, 'documents', 'signed', 'a signature'),
    {
      day: confirmed === undefined ? undefined : exactly(confirmed),
      at: at(partnership, 'confirmed'),
      what: 'a confirmation',
    },
    ...finished,
  ]
}

const datesOfOrganisation = (organisation: Organisation): Dated[] => [
  ...daysIn(organisation, 'self-assessments', 'date', 'a self-assessment'),
  ...daysIn(organisation, 'self-assessments', 'decided-on', 'a decision'),
  ...daysIn(organisation, 'documents', 'signed', 'a signature'),
]

/** The days of a list's items on which something was done. */
const daysIn = <L extends string, K extends string>(
  record: Filed & Readonly<Record<L, readonly { readonly [key in K]?: InexactDay | undefined }[]>>,
  list: L,
  key: K,
  what: string,
): Dated[] => record[list].map((it, index) => ({ day: it[key], at: at(record, list, index, key), what }))
