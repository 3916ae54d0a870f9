import { formatInexactDay, type Day, latestAssessment } from '../../model/day.js'
import { ASPECTS, gradeRank, type Aspect, type Grade } from '../../model/grade.js'
import type { Partnership } from '../../model/partnership.js'
import { commentOn, gradesShape, type Assessment } from '../rows/graded.js'
import { countPartnerships } from '../phrases.js'
import { section } from '../define-paper.js'
import { count, countedRows, group, maybe, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'
import { rowFrom } from '../rows/row-from.js'

const shape = {
  graded: countedRows('gradedCount', { name: text, day: text, ...gradesShape }),
  gradedCount: count,
  /** The day of all grades; null where they were given on several. */
  gradedOn: maybe,
  /** Partnerships with a red or red-amber. */
  poor: group({ count, names: texts }),
  /** Why a grade is amber or worse, or that it was too early to tell. */
  gradeComments: rows({ name: text, aspect: text, grade: maybe, text }),
  ungraded: count,
}

/** The latest grades of each partnership, and the reasons for those that the Board has to look at. */
export const grades = section(shape, ({ top, asOf }: Scope) => {
  const isGraded = (it: Partnership) => latestAssessment(it, asOf) !== undefined
  const graded = top.filter(isGraded)
  const poor = graded.filter((it) => ASPECTS.some((aspect) => isAtMost(latestAssessment(it, asOf)?.[aspect], 'R/A')))
  const list = graded.flatMap((it) => rowOf(it, asOf))
  const days = new Set(list.map((it) => it.day))
  return {
    graded: list,
    gradedCount: countPartnerships('partnerships with an assessment', graded),
    gradedOn: days.size === 1 ? list[0]!.day : undefined,
    poor: {
      count: countPartnerships('partnerships whose latest grades have a red or a red-amber', poor),
      names: poor.map((it) => it.name),
    },
    gradeComments: graded.flatMap((it) => commentsOn(it, asOf)),
    ungraded: countPartnerships('partnerships without an assessment', top, (it) => !isGraded(it)),
  }
})

const isAtMost = (grade: Grade | undefined, limit: Grade) => grade !== undefined && gradeRank(grade) <= gradeRank(limit)

function rowOf(partnership: Partnership, asOf: Day) {
  const latest = latestAssessment(partnership, asOf)
  if (latest === undefined) return []
  return [{ name: partnership.name, day: formatInexactDay(latest.date), ...rowFrom(latest, ...ASPECTS) }]
}

/** Comments on grades of amber or worse, or where it was too early to tell; the paper `review` has all comments. */
function commentsOn(partnership: Partnership, asOf: Day) {
  const latest = latestAssessment(partnership, asOf)
  return ASPECTS.flatMap((aspect) => {
    const text = latest && isCommented(latest, aspect) ? commentOn(latest, aspect) : undefined
    return text === undefined ? [] : [{ name: partnership.name, aspect, grade: latest?.[aspect], text }]
  })
}

const isCommented = (assessment: Assessment, aspect: Aspect) =>
  assessment['too-early'].includes(aspect) || isAtMost(assessment[aspect], 'A')
