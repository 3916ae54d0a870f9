import type { Day } from '../model/day.js'
import { ASPECTS, gradeRank } from '../model/grade.js'
import { latestAssessment } from '../model/latest.js'
import type { Partnership } from '../model/partnership.js'
import { at } from '../model/place.js'
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
    const steps = from === undefined || to === undefined ? 0 : gradeRank(to) - gradeRank(from)
    return [
      {
        kind: 'grade',
        partnership: now,
        text: `${aspect}: ${to ?? 'not graded'}; it was ${from ?? 'not graded'}`,
        course: steps > 0 ? 'better' : steps < 0 ? 'worse' : undefined,
        before: at(earlier, 'assessments'),
        after: at(now, 'assessments'),
      },
    ]
  })
}
