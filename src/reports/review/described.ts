import { leadOf } from '../../duties/lead.js'
import { formatInexactDay } from '../../model/day.js'
import { ASPECTS, type Aspect } from '../../model/grade.js'
import type { Partnership } from '../../model/partnership.js'
import { gravestFirst, openRisks, highestScore, riskMatrix } from '../../model/risk.js'
import { by } from '../../model/order.js'
import type { Register } from '../../model/register.js'
import { otherNames, describePartner, describeWho } from '../phrases.js'
import { sinceReview } from '../since-review.js'
import { allParts, type HierarchyNode } from '../../model/hierarchy.js'
import { commentOn, gradedOf, type Graded } from '../graded.js'
import { describeTrend } from './course.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

type Row = Section<'partnerships'>['partnerships'][number]
type Part = Row['parts'][number]

/** One section for each partnership of which there is something to tell; its parts stand in it. */
export function described(scope: Scope): Section<'partnerships' | 'undescribed'> {
  const all = scope.wholes.map((it) => rowOf(scope, it))
  const isEmpty = (it: Row) => isSilent(it) && it.parts.length === 0
  return {
    partnerships: all.filter((it) => !isEmpty(it)),
    undescribed: all
      .filter(isEmpty)
      .map(({ name, tier, summary, otherParts }) => ({ name, tier, summary, parts: otherParts })),
  }
}

function rowOf(scope: Scope, whole: HierarchyNode): Row {
  const { partnership } = whole
  const parts = allParts(whole).map((it) => describe(scope, it.partnership))
  const own = describe(scope, partnership)
  return {
    ...own,
    tier: scope.policy.tier(partnership).id,
    missing: missing(own),
    parts: parts.filter((it) => !isSilent(it)),
    otherParts: parts.filter(isSilent).map((it) => it.name),
  }
}

function describe(scope: Scope, partnership: Partnership): Part {
  const { register, asOf } = scope
  const summary = partnership['risk-summary']
  return {
    name: partnership.name,
    aliases: otherNames(partnership),
    lead: leadOf(register, partnership) ?? null,
    partners: othersOf(register, partnership),
    summary: partnership.rationale === undefined ? (partnership.summary ?? null) : null,
    rationale: partnership.rationale ?? null,
    controls: partnership.controls ?? null,
    riskSummary: summary ?? null,
    risks: summary === undefined ? risksOf(register, partnership) : [],
    position: partnership.position ?? null,
    grading: grading(gradedOf(partnership, asOf), (name) => describeWho(register, partnership, name)),
    sinceReview: sinceReview(scope, partnership),
    ungradedWhy: partnership.unknown['assessments'] ?? null,
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
      score: score === undefined ? null : `${score} of ${highestScore(riskMatrix(settings))}`,
      mitigation: risk.mitigation ?? null,
    }))

function grading(graded: Graded | undefined, who: (name: string) => string): Part['grading'] {
  if (graded === undefined) return null
  const { latest, before } = graded
  return {
    day: formatInexactDay(latest.date),
    by: latest.by === undefined ? null : who(latest.by),
    before: before === undefined ? null : formatInexactDay(before.date),
    grades: ASPECTS.map((aspect) => ({
      aspect: TITLES[aspect],
      grade: latest[aspect] ?? null,
      course: describeTrend(graded, aspect),
      comment: commentOn(latest, aspect) ?? null,
    })),
  }
}

/** As the review of NHS Brent of 2010 names them. */
const TITLES: Readonly<Record<Aspect, string>> = {
  governance: 'Quality of governance',
  relationships: 'Quality of relationships',
  outcomes: 'Outcomes',
}

const isSilent = ({ rationale, controls, riskSummary, risks, position, grading, sinceReview }: Part) =>
  [rationale, controls, riskSummary, position, grading, sinceReview].every((it) => it === null) && risks.length === 0

/** The paragraphs of the review that the register does not hold. */
function missing({ rationale, controls, riskSummary, risks, position, grading }: Part): string[] {
  return [
    rationale === null ? 'rationale' : '',
    controls === null ? 'controls' : '',
    riskSummary === null && risks.length === 0 ? 'risks' : '',
    position === null && grading === null ? 'current status' : '',
  ].filter((it) => it !== '')
}
