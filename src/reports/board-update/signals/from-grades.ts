import { formatInexactDay } from '../../../model/day.js'
import { ASPECTS, courseBetween, type Grade } from '../../../model/grade.js'
import type { Partnership } from '../../../model/partnership.js'
import { at } from '../../../model/place.js'
import { formatNames } from '../../../model/words.js'
import { gradedOf } from '../../rows/graded.js'
import type { Scope } from '../scope.js'
import { isWanting, mustOf } from './from-documents.js'
import { ofEach, type Signals } from './signal.js'

/** What the latest grades say; a grade stands for its aspect with its letter, never with a colour alone. */
export const fromGrades: Signals = {
  'red-grade': ofEach((it, scope) => gradedAs(it, scope, ['R', 'R/A'])),
  'worse-grade': ofEach((it, scope) => {
    const graded = gradedOf(it, scope.asOf)
    const worse = ASPECTS.filter(
      (aspect) => courseBetween(graded?.before?.[aspect], graded?.latest[aspect]) === 'worse',
    )
    if (graded === undefined || worse.length === 0) return []
    const texts = worse.map((aspect) => `${aspect} from ${graded.before![aspect]} to ${graded.latest[aspect]}`)
    return [{ text: formatNames(texts), at: placeOf(it, graded.latest) }]
  }),
  'amber-grade': ofEach((it, scope) => gradedAs(it, scope, ['A'])),
  'graded-green': ofEach((it, scope) => {
    const graded = gradedOf(it, scope.asOf)
    if (graded === undefined || ASPECTS.some((aspect) => graded.latest[aspect] !== 'G')) return []
    if (!isEvidenced(it, scope)) return []
    return [{ text: `graded ${formatInexactDay(graded.latest.date)}`, at: placeOf(it, graded.latest) }]
  }),
}

function gradedAs(partnership: Partnership, { asOf }: Scope, grades: readonly Grade[]) {
  const graded = gradedOf(partnership, asOf)
  const found = ASPECTS.filter(
    (aspect) => graded?.latest[aspect] !== undefined && grades.includes(graded.latest[aspect]),
  )
  if (graded === undefined || found.length === 0) return []
  const texts = found.map((aspect) => `${aspect} ${graded.latest[aspect]}`)
  return [{ text: formatNames(texts), at: placeOf(partnership, graded.latest) }]
}

const placeOf = (partnership: Partnership, assessment: Partnership['assessments'][number]) =>
  at(partnership, 'assessments', partnership.assessments.indexOf(assessment))

/** A green grade is assurance where the grading and the review are in date, and what must be on file is in force. */
function isEvidenced(partnership: Partnership, scope: Scope): boolean {
  const { policy, asOf } = scope
  const isInDate = (['assessment', 'review'] as const).every((what) => {
    const due = policy.due(what, partnership)
    return due === undefined || (due.day !== undefined && due.day >= asOf)
  })
  return isInDate && !mustOf(partnership, scope).some(isWanting)
}
