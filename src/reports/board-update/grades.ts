import { formatInexactDay, type Day } from '../../model/day.js'
import { ASPECTS, gradeRank, type Aspect, type Grade } from '../../model/grade.js'
import type { Partnership } from '../../model/partnership.js'
import { latestAssessment } from '../../model/latest.js'
import { commentOn, type Assessment } from '../graded.js'
import { countPartnerships } from '../phrases.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** The latest grades of each partnership, and why those are what they are that the Board has to look at. */
export function grades({
  top,
  asOf,
}: Scope): Section<'graded' | 'gradedCount' | 'gradedOn' | 'poor' | 'gradeComments' | 'ungraded'> {
  const isGraded = (it: Partnership) => latestAssessment(it, asOf) !== undefined
  const graded = top.filter(isGraded)
  const poor = graded.filter((it) => ASPECTS.some((aspect) => isAtMost(latestAssessment(it, asOf)?.[aspect], 'R/A')))
  const list = graded.flatMap((it) => rowOf(it, asOf))
  const days = new Set(list.map((it) => it.day))
  return {
    graded: list,
    gradedCount: countPartnerships('partnerships with an assessment', graded),
    gradedOn: days.size === 1 ? list[0]!.day : null,
    poor: {
      count: countPartnerships('partnerships whose latest grades have a red or a red-amber', poor),
      names: poor.map((it) => it.name),
    },
    gradeComments: graded.flatMap((it) => commentsOn(it, asOf)),
    ungraded: countPartnerships(
      'partnerships without an assessment',
      top.filter((it) => !isGraded(it)),
    ),
  }
}

const isAtMost = (grade: Grade | undefined, limit: Grade) => grade !== undefined && gradeRank(grade) <= gradeRank(limit)

function rowOf(partnership: Partnership, asOf: Day): Section<'graded'>['graded'] {
  const latest = latestAssessment(partnership, asOf)
  if (latest === undefined) return []
  const { date, governance = null, relationships = null, outcomes = null } = latest
  return [{ name: partnership.name, day: formatInexactDay(date), governance, relationships, outcomes }]
}

/** What was said where a grade is amber or worse, or it was too early to tell; the paper `review` has all comments. */
function commentsOn(partnership: Partnership, asOf: Day): Section<'gradeComments'>['gradeComments'] {
  const latest = latestAssessment(partnership, asOf)
  return ASPECTS.flatMap((aspect) => {
    const text = latest && isCommented(latest, aspect) ? commentOn(latest, aspect) : undefined
    return text === undefined ? [] : [{ name: partnership.name, aspect, grade: latest?.[aspect] ?? null, text }]
  })
}

const isCommented = (assessment: Assessment, aspect: Aspect) =>
  assessment['too-early'].includes(aspect) || isAtMost(assessment[aspect], 'A')
