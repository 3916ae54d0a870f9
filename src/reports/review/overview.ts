import { ASPECTS } from '../../model/grade.js'
import { formatInexactDay } from '../../model/day.js'
import { wordsOf } from '../../model/source-words.js'
import { section } from '../define-paper.js'
import { gradedOf, gradesShape } from '../rows/graded.js'
import { rowFrom } from '../rows/row-from.js'
import { maybe, rows, text, texts } from '../view-parts.js'
import { describeTrends } from './course.js'
import { undescribedParts } from './described.js'
import type { Scope } from './scope.js'

const shape = {
  /** A line for each partnership: what it is, its tier and its grades; day and course are null where it has none. */
  overview: rows({ name: text, parts: texts, tier: text, summary: maybe, ...gradesShape, day: maybe, course: maybe }),
}

/** All partnerships at a glance, with the parts that are not described below. */
export const overview = section(shape, (scope: Scope) => ({
  overview: scope.wholes.map((whole) => {
    const { policy, asOf } = scope
    const { partnership } = whole
    const graded = gradedOf(partnership, asOf)
    return {
      name: partnership.name,
      parts: undescribedParts(scope, whole),
      tier: policy.tier(partnership).id,
      summary: wordsOf(partnership, 'summary'),
      ...(graded && rowFrom(graded.latest, ...ASPECTS)),
      day: graded && formatInexactDay(graded.latest.date),
      course: graded && describeTrends(graded),
    }
  }),
}))
