import { capital } from '../../model/words.js'
import { formatInexactDay } from '../../model/day.js'
import { ASPECTS, courseBetween, type Aspect } from '../../model/grade.js'
import { section } from '../define-paper.js'
import { commentOn, gradedOf, type Graded } from '../rows/graded.js'
import { sinceReview, sinceReviewView } from '../rows/since-review.js'
import { maybe, rows, text } from '../view-parts.js'
import type { About } from './about.js'

/** The grades of the latest assessment, each with its course since the one before. A part without any has those of its whole. */
export const grades = section(
  {
    /** The day of the latest assessment, and of the one before it. */
    graded: maybe,
    gradedBefore: maybe,
    grades: rows({ aspect: text, grade: maybe, before: maybe, course: maybe, comment: maybe }),
    /** What changed since the latest review, and whether that is in doubt. */
    sinceReview: sinceReviewView,
  },
  (about: About) => {
    const { partnership, whole, asOf } = about
    const own = gradedOf(partnership, asOf)
    const found = own ?? (whole && gradedOf(whole, asOf))
    const of = own !== undefined ? '' : `, with ${whole?.name} as a whole`
    return {
      graded: found && `${formatInexactDay(found.latest.date)}${of}`,
      gradedBefore: found?.before && formatInexactDay(found.before.date),
      grades: found === undefined ? [] : ASPECTS.map((aspect) => gradeRow(aspect, found)),
      sinceReview: sinceReview(about, partnership),
    }
  },
)

function gradeRow(aspect: Aspect, { latest, before }: Graded) {
  const course = courseBetween(before?.[aspect], latest[aspect])
  return {
    aspect: capital(aspect),
    grade: latest[aspect],
    before: before?.[aspect],
    course: course === 'same' ? 'as before' : course,
    comment: commentOn(latest, aspect),
  }
}
