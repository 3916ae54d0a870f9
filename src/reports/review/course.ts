import type { Day } from '../../model/day.js'
import { ASPECTS, gradeRank, type Aspect } from '../../model/grade.js'
import { latestAssessment } from '../../model/latest.js'
import type { Partnership } from '../../model/partnership.js'

export type Assessment = Partnership['assessments'][number]

/** The latest assessment of a partnership, and the one before it. */
export interface Graded {
  readonly latest: Assessment
  readonly before: Assessment | undefined
}

/** Undefined where a partnership was not yet assessed. */
export function gradedOf({ assessments }: Partnership, asOf: Day): Graded | undefined {
  const latest = latestAssessment({ assessments }, asOf)
  if (latest === undefined) return undefined
  const earlier = assessments.filter((it) => it !== latest)
  return { latest, before: latestAssessment({ assessments: earlier }, asOf) }
}

/** How a grade moved since the assessment before; undefined where one of the two is missing. */
export function courseOf({ latest, before }: Graded, aspect: Aspect): 'better' | 'worse' | 'same' | undefined {
  const [from, to] = [before?.[aspect], latest[aspect]]
  if (from === undefined || to === undefined) return undefined
  return from === to ? 'same' : gradeRank(to) > gradeRank(from) ? 'better' : 'worse'
}

/** In words: `better, it was A`; null where there was no assessment before. */
export function sayCourse(graded: Graded, aspect: Aspect): string | null {
  if (graded.before === undefined) return null
  const from = graded.before[aspect]
  if (from === undefined) return 'not graded before'
  const course = courseOf(graded, aspect)
  if (course === undefined) return `it was ${from}` // and has no grade now
  return course === 'same' ? 'the same' : `${course}, it was ${from}`
}

/** All three in a few words: `outcomes worse`, `the same`; null where there was no assessment before. */
export function sayCourses(graded: Graded): string | null {
  if (graded.before === undefined) return null
  const moved = ASPECTS.flatMap((aspect) => {
    const course = courseOf(graded, aspect)
    if (course === 'same' || graded.before?.[aspect] === graded.latest[aspect]) return []
    return [`${aspect} ${course ?? (graded.latest[aspect] === undefined ? 'no longer graded' : 'newly graded')}`]
  })
  return moved.join(', ') || 'the same'
}
