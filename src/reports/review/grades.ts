import { counter, countFigure, type CountFigure } from '../../figures/figure.js'
import { formatInexactDay } from '../../model/day.js'
import { ASPECTS, GRADES, gradeRank, type Aspect, type Grade } from '../../model/grade.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { section } from '../define-paper.js'
import { countPartnerships } from '../phrases.js'
import { count, flag, group, maybe, rows, text, texts } from '../view-parts.js'
import { allParts } from '../../model/hierarchy.js'
import { gradedOf, type Graded } from '../rows/graded.js'
import { courseOf } from './course.js'
import type { Scope } from './scope.js'

/** Grades in words, for readers who cannot see the colours or do not know the letters. */
const WORDS: Readonly<Record<Grade, string>> = {
  G: 'green',
  'A/G': 'amber-green',
  A: 'amber',
  'R/A': 'red-amber',
  R: 'red',
}

type Row = Graded & { readonly partnership: Partnership }

const shape = {
  /** The day of all assessments, where they have the same one. */
  gradedOn: maybe,
  /** Has any partnership an assessment before its latest? */
  hasCourse: flag,
  courses: group({ better: count, worse: count, same: count, first: count }),
  /** Best first; a null grade counts what is not graded. */
  counts: rows({ grade: maybe, words: text, governance: count, relationships: count, outcomes: count }),
  graded: count,
  /** Partnerships with a grade of red or red-amber, and the aspects. */
  concerns: texts,
  tooEarly: rows({ aspect: text, count, names: texts }),
  gradedParts: count,
}

/** The grades of all partnerships counted, and their trends. Parts are within their whole. */
export const grades = section(shape, (scope: Scope) => {
  const tops = scope.wholes.map((it) => it.partnership)
  const rowOf = (partnership: Partnership): Row[] => {
    const graded = gradedOf(partnership, scope.asOf)
    return graded === undefined ? [] : [{ ...graded, partnership }]
  }
  const graded = tops.flatMap(rowOf)
  const days = new Set(graded.map(({ latest }) => formatInexactDay(latest.date)))
  return {
    gradedOn: days.size === 1 ? [...days][0]! : undefined,
    hasCourse: graded.some((it) => it.before !== undefined),
    courses: courses(graded),
    counts: gradeCounts(tops, graded),
    graded: countPartnerships(
      'partnerships with an assessment',
      graded.map((it) => it.partnership),
    ),
    concerns: graded.flatMap(concern),
    tooEarly: tooEarly(graded),
    gradedParts: countPartnerships(
      'parts of other partnerships with grades of their own',
      scope.wholes.flatMap(allParts).flatMap(({ partnership }) => rowOf(partnership).map((it) => it.partnership)),
    ),
  }
})

/** How many partnerships have each grade, aspect by aspect. Those without one are a row of their own, where there are any. */
function gradeCounts(tops: readonly Partnership[], rows: readonly Row[]) {
  const latest = new Map(rows.map((it) => [it.partnership, it.latest]))
  const row = (grade: Grade | undefined, words: string) => {
    const graded = (aspect: Aspect): CountFigure => {
      const fits = (it: Partnership) => latest.get(it)?.[aspect] === grade
      if (grade === undefined) return countPartnerships(`partnerships without a grade for ${aspect}`, tops, fits)
      return countGraded(`partnerships graded ${grade} for ${aspect}`, rows, (it) => fits(it.partnership))
    }
    const [governance, relationships, outcomes] = [graded('governance'), graded('relationships'), graded('outcomes')]
    return { grade, words, governance, relationships, outcomes }
  }
  const ungraded = row(undefined, 'not graded')
  const hasUngraded = ASPECTS.some((aspect) => ungraded[aspect].count > 0)
  return [...GRADES.toReversed().map((grade) => row(grade, WORDS[grade])), ...(hasUngraded ? [ungraded] : [])]
}

/** A grade comes from an assessment. */
const gradeSource = ({ partnership, latest }: Row, name = partnership.name) => ({
  name,
  at: at(partnership, 'assessments', partnership.assessments.indexOf(latest)),
})
const countGraded = counter<Row>((row) => gradeSource(row))

/** How many grades changed, of partnerships that were assessed before. */
function courses(graded: readonly Row[]) {
  const counted = (course: ReturnType<typeof courseOf>, how: string) => {
    const moved = graded.flatMap((row) =>
      ASPECTS.filter((aspect) => courseOf(row, aspect) === course).map((aspect) =>
        gradeSource(row, `${row.partnership.name}: ${aspect}`),
      ),
    )
    return countFigure(how, moved)
  }
  return {
    better: counted('better', 'grades that are better than in the assessment before'),
    worse: counted('worse', 'grades that are worse than in the assessment before'),
    same: counted('same', 'grades that are the same as in the assessment before'),
    first: countGraded('partnerships that were assessed once only', graded, (it) => it.before === undefined),
  }
}

/** `Dental services (relationships and outcomes)`: what is graded red or red-amber. */
function concern({ partnership, latest }: Row): string[] {
  const poor = ASPECTS.filter((aspect) => latest[aspect] !== undefined && gradeRank(latest[aspect]) <= gradeRank('R/A'))
  return poor.length === 0 ? [] : [`${partnership.name} (${poor.join(' and ')})`]
}

function tooEarly(graded: readonly Row[]) {
  return ASPECTS.flatMap((aspect) => {
    const early = graded.filter(({ latest }) => latest['too-early'].includes(aspect))
    if (early.length === 0) return []
    const figure = countGraded(`partnerships where it is too early to judge ${aspect}`, early)
    return [{ aspect, count: figure, names: early.map((it) => it.partnership.name) }]
  })
}
