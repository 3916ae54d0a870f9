import { capital } from '../../model/words.js'
import { formatInexactDay } from '../../model/day.js'
import { ASPECTS, courseBetween, type Aspect } from '../../model/grade.js'
import { commentOn, gradedOf, type Graded } from '../graded.js'
import type { About } from './about.js'
import type { AboutPart } from './view.js'

/** The grades of the latest assessment, each with its course since the one before. A part without any has those of its whole. */
export function grades({ partnership, whole, asOf }: About): AboutPart<'graded' | 'gradedBefore' | 'grades'> {
  const own = gradedOf(partnership, asOf)
  const found = own ?? (whole && gradedOf(whole, asOf))
  if (found === undefined) return { graded: null, gradedBefore: null, grades: [] }
  const { latest, before } = found
  const of = own !== undefined ? '' : `, with ${whole!.name} as a whole`
  return {
    graded: `${formatInexactDay(latest.date)}${of}`,
    gradedBefore: before === undefined ? null : formatInexactDay(before.date),
    grades: ASPECTS.map((aspect) => gradeRow(aspect, found)),
  }
}

function gradeRow(aspect: Aspect, { latest, before }: Graded): AboutPart<'grades'>['grades'][number] {
  const course = courseBetween(before?.[aspect], latest[aspect])
  return {
    aspect: capital(aspect),
    grade: latest[aspect] ?? null,
    before: before?.[aspect] ?? null,
    course: course === 'same' ? 'as before' : (course ?? null),
    comment: commentOn(latest, aspect) ?? null,
  }
}
