import { formatDay, formatInexactDay, type InexactDay } from '../../model/day.js'
import { hasHappenedBy } from '../../model/latest.js'
import type { Organisation } from '../../model/organisation.js'
import type { Partnership } from '../../model/partnership.js'
import { at, type Place } from '../../model/place.js'
import { isHeldReview } from '../../model/quality-review.js'
import { defineRule } from '../rule.js'

export const future = defineRule({
  code: 'date/future',
  severity: 'error',
  summary:
    'A review, assessment, self-assessment, signature or another day on which something was done lies in the future.',
  source: 'A record of what was held cannot be ahead of the day',
  why: 'Of what is dated ahead nobody knows whether it will be; until then it counts as not there.',
  remedy: 'Correct the day; write a day that is set for the next review as `next-review`, and plan others as actions or milestones.',
  *check({ register, asOf }) {
    const dated = [...register.partnerships.flatMap(datesOf), ...register.organisations.flatMap(datesOfOrganisation)]
    for (const { day, at, what } of dated) {
      if (day !== undefined && !hasHappenedBy(day, asOf))
        yield {
          at,
          key: day.first,
          message: `${what} of ${formatInexactDay(day)} is in the future as of ${formatDay(asOf)}`,
          hint: 'correct the day; plan what is to come as next-review, an action or a milestone',
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
    ...selfAssessments(partnership),
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
  ...selfAssessments(organisation),
  ...signatures(organisation),
]

const selfAssessments = (record: Partnership | Organisation): Dated[] =>
  record['self-assessments'].flatMap((it, index) => [
    { day: it.date, at: at(record, 'self-assessments', index, 'date'), what: 'a self-assessment' },
    { day: it['decided-on'], at: at(record, 'self-assessments', index, 'decided-on'), what: 'a decision' },
  ])

const signatures = (record: Partnership | Organisation): Dated[] =>
  record.documents.map((it, index) => ({
    day: it.signed,
    at: at(record, 'documents', index, 'signed'),
    what: 'a signature',
  }))
