import { ASPECTS, courseBetween, type Aspect } from '../../model/grade.js'
import type { Graded } from '../rows/graded.js'

/** How a grade moved since the assessment before; undefined where one of the two is missing. */
export const courseOf = ({ latest, before }: Graded, aspect: Aspect) => courseBetween(before?.[aspect], latest[aspect])

/** In words: `better, it was A`; undefined where there was no assessment before. */
export function describeTrend(graded: Graded, aspect: Aspect): string | undefined {
  if (graded.before === undefined) return undefined
  const from = graded.before[aspect]
  if (from === undefined) return 'not graded before'
  const course = courseOf(graded, aspect)
  if (course === undefined) return `it was ${from}` // it has no grade now
  return course === 'same' ? 'the same' : `${course}, it was ${from}`
}

/** All three in brief: `outcomes worse`, `the same`; undefined where there was no assessment before. */
export function describeTrends(graded: Graded): string | undefined {
  if (graded.before === undefined) return undefined
  const moved = ASPECTS.flatMap((aspect) => {
    const course = courseOf(graded, aspect)
    if (course === 'same' || graded.before?.[aspect] === graded.latest[aspect]) return []
    return [`${aspect} ${course ?? (graded.latest[aspect] === undefined ? 'no longer graded' : 'newly graded')}`]
  })
  return moved.join(', ') || 'the same'
}
