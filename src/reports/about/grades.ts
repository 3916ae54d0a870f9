import { sayInexactDay } from '../../model/day.js'
import { ASPECTS, gradeRank, type Aspect, type Grade } from '../../model/grade.js'
import { isThere } from '../../model/latest.js'
import type { Partnership } from '../../model/partnership.js'
import { capital } from '../say.js'
import type { About } from './about.js'
import type { AboutPart } from './view.js'

type Assessment = Partnership['assessments'][number]

/** The grades of the latest assessment, each with its course since the one before. A part without any has those of its whole. */
export function grades({ partnership, whole, asOf }: About): AboutPart<'graded' | 'gradedBefore' | 'grades'> {
  const held = (it: Partnership | undefined) => (it?.assessments ?? []).filter(({ date }) => isThere(date, asOf))
  const own = held(partnership).length > 0 ? partnership : whole
  const [latest, before] = held(own).sort((a, b) => (a.date.last < b.date.last ? 1 : -1))
  if (latest === undefined) return { graded: null, gradedBefore: null, grades: [] }
  const of = own === partnership ? '' : `, with ${own!.name} as a whole`
  return {
    graded: `${sayInexactDay(latest.date)}${of}`,
    gradedBefore: before === undefined ? null : sayInexactDay(before.date),
    grades: ASPECTS.map((aspect) => gradeRow(aspect, latest, before)),
  }
}

function gradeRow(
  aspect: Aspect,
  latest: Assessment,
  before: Assessment | undefined,
): AboutPart<'grades'>['grades'][number] {
  return {
    aspect: capital(aspect),
    grade: latest[aspect] ?? null,
    before: before?.[aspect] ?? null,
    course: courseOf(before?.[aspect], latest[aspect]),
    comment: commentOf(latest, aspect),
  }
}

/** For better or worse; null where one of the two is not graded. */
export function courseOf(from: Grade | undefined, to: Grade | undefined): 'better' | 'worse' | 'as before' | null {
  if (from === undefined || to === undefined) return null
  const steps = gradeRank(to) - gradeRank(from)
  return steps > 0 ? 'better' : steps < 0 ? 'worse' : 'as before'
}

/** Why a grade is what it is, and whether it is too early to tell. */
export function commentOf({ comments = {}, 'too-early': early }: Assessment, aspect: Aspect): string | null {
  const words = [early.includes(aspect) ? 'Too early to tell.' : '', comments[aspect] ?? '']
  return words.filter((it) => it !== '').join(' ') || null
}
