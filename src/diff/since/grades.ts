import type { Day } from '../../model/day.js'
import { ASPECTS, courseBetween } from '../../model/grade.js'
import { latestAssessment } from '../../model/latest.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import type { Change } from './change.js'

/**
 * Grades of the latest assessments that are not what they were.
 * @param before the day of the earlier state
 * @param after the day of the later one
 */
export function gradeChanges(earlier: Partnership, now: Partnership, before: Day, after: Day): Change[] {
  const [first, last] = [latestAssessment(earlier, before), latestAssessment(now, after)]
  return ASPECTS.flatMap((aspect): Change[] => {
    const [from, to] = [first?.[aspect], last?.[aspect]]
    if (from === to) return []
    const course = courseBetween(from, to)
    return [
      {
        kind: 'grade',
        partnerships: [now],
        text: `${aspect}: ${to ?? 'not graded'}; it was ${from ?? 'not graded'}`,
        // what was not graded before has no course; that it is Red is bad news all the same
        course: from === undefined && to === 'R' ? 'worse' : course === 'same' ? undefined : course,
        before: at(earlier, 'assessments'),
        after: at(now, 'assessments'),
      },
    ]
  })
}
