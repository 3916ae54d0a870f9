import { formatInexactDay } from '../../model/day.js'
import { ASPECTS } from '../../model/grade.js'
import type { Partnership } from '../../model/partnership.js'
import { gravestFirst, openRisks, highestScore, riskMatrix } from '../../model/risk.js'
import { by } from '../../model/order.js'
import type { Register } from '../../model/register.js'
import { wordsOf } from '../../model/source-words.js'
import { capital } from '../../model/words.js'
import { otherNames, describePartner, describeWho } from '../phrases.js'
import { section, type StatedShape } from '../define-paper.js'
import { sinceReview, sinceReviewView } from '../rows/since-review.js'
import { each, group, maybe, rows, text, texts } from '../view-parts.js'
import { allParts, type HierarchyNode, leadOf } from '../../model/hierarchy.js'
import { commentOn, gradedOf, type Graded } from '../rows/graded.js'
import { describeTrend } from './course.js'
import type { Scope } from './scope.js'
import { rowFrom } from '../rows/row-from.js'

/** A partnership, or a part of one, as the review describes it. */
const described = {
  name: text,
  aliases: texts,
  lead: maybe,
  partners: texts,
  ...each(maybe, 'rationale', 'controls', 'riskSummary'),
  /** Open risks, where no summary of them is stated. */
  risks: rows({ title: text, score: maybe, mitigation: maybe }),
  position: maybe,
  /** What the three aspects were graded on one day. */
  grading: group({
    day: text,
    by: maybe,
    /** The day of the assessment before; null where there is none, so that no trend is shown. */
    before: maybe,
    grades: rows({ aspect: text, grade: maybe, course: maybe, comment: maybe }),
  }).nullable(),
  /** What changed since the latest review, and whether that is in doubt. */
  sinceReview: sinceReviewView,
  /** The keeper’s reason why it is not graded. */
  ungradedWhy: maybe,
}
type Part = StatedShape<typeof described>

const shape = {
  partnerships: rows({
    ...described,
    /** The paragraphs that the register does not hold, of four. */
    missing: texts,
    parts: rows(described),
  }),
  /** Partnerships of which there is no more than the line in the overview. */
  undescribed: texts,
}
type Row = StatedShape<typeof shape>['partnerships'][number]

/** One section for each partnership that is described, with its parts. */
export const descriptions = section(shape, (scope: Scope) => {
  const all = scope.wholes.map((it) => rowOf(scope, it))
  const isEmpty = (it: Row) => isUndescribed(it) && it.parts.length === 0
  return {
    partnerships: all.filter((it) => !isEmpty(it)),
    undescribed: all.filter(isEmpty).map((it) => it.name),
  }
})

function rowOf(scope: Scope, whole: HierarchyNode): Row {
  const parts = allParts(whole).map((it) => describe(scope, it.partnership))
  const own = describe(scope, whole.partnership)
  return {
    ...own,
    missing: missing(own),
    parts: parts.filter((it) => !isUndescribed(it)),
  }
}

/** Parts of which there is nothing to describe, so that only the overview names them. */
export const undescribedParts = (scope: Scope, whole: HierarchyNode): string[] =>
  allParts(whole)
    .filter((it) => isUndescribed(describe(scope, it.partnership)))
    .map((it) => it.partnership.name)

function describe(scope: Scope, partnership: Partnership): Part {
  const { register, asOf } = scope
  const { 'risk-summary': riskSummary } = partnership
  return {
    ...rowFrom(partnership, 'name', 'rationale', 'controls'),
    position: wordsOf(partnership, 'position'),
    aliases: otherNames(partnership),
    lead: leadOf(register, partnership),
    partners: othersOf(register, partnership),
    riskSummary,
    risks: riskSummary === undefined ? risksOf(register, partnership) : [],
    grading: grading(gradedOf(partnership, asOf), (name) => describeWho(register, partnership, name)),
    sinceReview: sinceReview(scope, partnership),
    ungradedWhy: partnership.unknown['assessments'],
  }
}

/** Partners beside our own organisation, by name. */
const othersOf = (register: Register, { partners }: Partnership): string[] =>
  partners.filter((it) => it.organisation !== register.settings.organisation).map((it) => describePartner(register, it))

/** The highest score first; those without a score last. */
const risksOf = ({ settings }: Register, partnership: Partnership): Part['risks'] =>
  openRisks(partnership)
    .sort((a, b) => gravestFirst(a, b) || by<typeof a>((it) => it.title)(a, b))
    .map(({ title, score, risk }) => ({
      title,
      score: score === undefined ? undefined : `${score} of ${highestScore(riskMatrix(settings))}`,
      mitigation: risk.mitigation,
    }))

function grading(graded: Graded | undefined, who: (name: string) => string): Part['grading'] {
  if (graded === undefined) return undefined
  const { latest, before } = graded
  return {
    day: formatInexactDay(latest.date),
    by: latest.by && who(latest.by),
    before: before && formatInexactDay(before.date),
    grades: ASPECTS.map((aspect) => ({
      aspect: capital(aspect),
      grade: latest[aspect],
      course: describeTrend(graded, aspect),
      comment: commentOn(latest, aspect),
    })),
  }
}

const isUndescribed = ({ rationale, controls, riskSummary, risks, position, grading, sinceReview }: Part) =>
  [rationale, controls, riskSummary, position, grading, sinceReview].every((it) => it === undefined) &&
  risks.length === 0

/** The paragraphs of the review that the register does not hold. */
function missing({ rationale, controls, riskSummary, risks, position, grading }: Part): string[] {
  return [
    rationale === undefined ? 'rationale' : '',
    controls === undefined ? 'controls' : '',
    riskSummary === undefined && risks.length === 0 ? 'risks' : '',
    position === undefined && grading === undefined ? 'current status' : '',
  ].filter((it) => it !== '')
}
