import * as z from 'zod'
import { sinceReviewView } from '../since-review.js'
import { count, maybe, rows, text, texts } from '../view-parts.js'

/** What the three aspects were graded on one day. */
const grading = z
  .strictObject({
    day: text,
    by: maybe,
    /** The day of the assessment before; null where there is none, and then no course can be told. */
    before: maybe,
    grades: rows({ aspect: text, grade: maybe, course: maybe, comment: maybe }),
  })
  .nullable()

/** A partnership, or a part of one, as the review tells it. */
const described = {
  name: text,
  aliases: texts,
  lead: maybe,
  partners: texts,
  /** What it is, where no rationale tells it. */
  summary: maybe,
  rationale: maybe,
  controls: maybe,
  riskSummary: maybe,
  /** Open risks, where no summary tells them. */
  risks: rows({ title: text, score: maybe, mitigation: maybe }),
  position: maybe,
  grading,
  /** What changed since the latest review, and whether that is in doubt. */
  sinceReview: sinceReviewView,
  /** The keeper’s reason why it is not graded. */
  ungradedWhy: maybe,
}

/** Everything that the review’s template may name. */
export const reviewView = z.strictObject({
  organisation: text,
  asOf: text,

  /** Partnerships that have not ended; their parts stand inside them. */
  held: count,
  /** More than one of them, so that their order says something. */
  several: z.boolean(),
  /** Do the more significant come first? Where none is more so than another they stand by name. */
  isRanked: z.boolean(),
  /** Those of them that are only proposed. */
  proposed: texts,
  leadless: count,
  parts: count,
  ended: texts,

  overview: rows({
    name: text,
    governance: maybe,
    relationships: maybe,
    outcomes: maybe,
    day: text,
    course: maybe,
  }),
  /** The day of all assessments, where they have the same one. */
  gradedOn: maybe,
  /** Has any partnership an assessment before its latest? */
  hasCourse: z.boolean(),
  courses: z.strictObject({ better: count, worse: count, same: count, first: count }),
  /** Best first; a null grade counts what is not graded. */
  counts: rows({ grade: maybe, words: text, governance: count, relationships: count, outcomes: count }),
  graded: count,
  ungraded: texts,
  /** Partnerships with a grade of red or red-amber, and of what. */
  concerns: texts,
  tooEarly: rows({ aspect: text, count, names: texts }),
  gradedParts: count,

  partnerships: rows({
    ...described,
    tier: text,
    /** Which of the four paragraphs the register does not hold. */
    missing: texts,
    parts: rows(described),
    /** Names of parts of which nothing is told apart. */
    otherParts: texts,
  }),
  /** Partnerships of which there is at most a sentence, and no grade. */
  undescribed: rows({ name: text, tier: text, summary: maybe, parts: texts }),
  provenance: text,
})

export type ReviewView = z.output<typeof reviewView>

/** What one file of the review puts into the view. */
export type Section<Key extends keyof ReviewView> = Pick<ReviewView, Key>
