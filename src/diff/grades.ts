import { ASPECTS, gradeRank } from '../model/grade.js'
import type { Partnership } from '../model/partnership.js'
import { at } from '../model/place.js'
import { latestAssessment } from '../policy/cadence.js'
import type { Change } from './change.js'

/** Grades of the latest assessments that are not what they were. */
export function gradeChanges(earlier: Partnership, now: Partnership): Change[] {
  const [first, last] = [latestAssessment(earlier), latestAssessment(now)]
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
