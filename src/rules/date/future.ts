import { formatDay, formatInexactDay, type InexactDay } from '../../model/day.js'
import { hasHappenedBy } from '../../model/latest.js'
import type { Organisation } from '../../model/organisation.js'
import type { Partnership } from '../../model/partnership.js'
import { at, type Place } from '../../model/place.js'
import { isHeldReview } from '../../model/quality-review.js'
import { defineRecordRule } from '../rule.js'

export const future = defineRecordRule({
  code: 'date/future',
  severity: 'error',
  summary: 'A review, assessment, self-assessment, signature or something else already done is dated in the future.',
  source: 'What has been done has a day in the past',
  why: 'Nobody knows yet whether it will happen; until then it does not count.',
  remedy: 'Correct the day; record what is planned as an action or a milestone.',
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
  const { reviews, assessments } = partnership
  return [
    ...reviews.map((it, index) => ({ day: it.date, at: at(partnership, 'reviews', index, 'date'), what: 'a review' })),
    ...assessments.map((it, index) => ({
      day: it.date,
      at: at(partnership, 'assessments', index, 'date'),
      what: 'an assessment',
    })),
    ...partnership['quality-reviews'].map((it, index) => ({
      day: isHeldReview(it) ? it.period : undefined,
      at: at(partnership, 'quality-reviews', index, 'period'),
      what: 'a peer quality review',
    })),
    ...signatures(partnership),
    ...doneDays(partnership),
  ]
}

/** Days on which a lead confirmed, and on which something was finished. */
function doneDays(partnership: Partnership): Dated[] {
  const { confirmed } = partnership
  const lists = ['actions', 'milestones', 'recommendations'] as const
  const done = lists.flatMap((list) =>
    partnership[list].map((it, index) => ({
      day: it.done,
      at: at(partnership, list, index, 'done'),
      what: 'the end of a step',
    })),
  )
  const day = confirmed === undefined ? undefined : { first: confirmed, last: confirmed, written: confirmed }
  return [{ day, at: at(partnership, 'confirmed'), what: 'a confirmation' }, ...done]
}

const datesOfOrganisation = (organisation: Organisation): Dated[] => [
  ...organisation['self-assessments'].map((it, index) => ({
    day: it.date,
    at: at(organisation, 'self-assessments', index, 'date'),
    what: 'a self-assessment',
  })),
  ...organisation['self-assessments'].map((it, index) => ({
    day: it['decided-on'],
    at: at(organisation, 'self-assessments', index, 'decided-on'),
    what: 'a decision',
  })),
  ...signatures(organisation),
]

const signatures = (record: Partnership | Organisation): Dated[] =>
  record.documents.map((it, index) => ({
    day: it.signed,
    at: at(record, 'documents', index, 'signed'),
    what: 'a signature',
  }))
