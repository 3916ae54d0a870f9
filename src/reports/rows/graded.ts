import { capital } from '../../model/words.js'
import { ASPECTS, type Aspect } from '../../model/grade.js'
import type { Partnership } from '../../model/partnership.js'
import { wordsOf } from '../../model/source-words.js'
import { type Day, latestAssessment } from '../../model/day.js'
import { maybe } from '../view-parts.js'

/** The grades of one assessment. */
export const gradesShape = { governance: maybe, relationships: maybe, outcomes: maybe }

export type Assessment = Partnership['assessments'][number]

/** The latest assessment of a partnership, and the one before it. */
export interface Graded {
  readonly latest: Assessment
  readonly before: Assessment | undefined
}

/** Undefined where a partnership was not yet assessed. */
export function gradedOf({ assessments }: Pick<Partnership, 'assessments'>, asOf: Day): Graded | undefined {
  const latest = latestAssessment({ assessments }, asOf)
  if (latest === undefined) return undefined
  return { latest, before: latestAssessment({ assessments: assessments.filter((it) => it !== latest) }, asOf) }
}

/** Why a grade is what it is, or that it is too early to tell, which a comment may say itself. */
export function commentOn({ comments, stated, 'too-early': early }: Assessment, aspect: Aspect): string | undefined {
  const comment = wordsOf({ ...comments, stated }, aspect)
  if (!early.includes(aspect) || /too early/i.test(comment ?? '')) return comment
  return comment === undefined ? 'Too early to tell.' : `Too early to tell. ${comment}`
}

/** The comments on the grades of an assessment, one after the other; null where there are none. */
export function commentsOf(assessment: Assessment): string | null {
  const all = ASPECTS.flatMap((aspect) => {
    const comment = commentOn(assessment, aspect)
    return comment === undefined ? [] : [`${capital(aspect)}: ${comment}`]
  })
  return all.join(' ') || null
}
