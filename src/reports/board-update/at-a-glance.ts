import { yearlyValue } from '../../figures/yearly.js'
import { directionOf, describeDirection } from '../../figures/totals.js'
import { formatDay, formatInexactDay } from '../../model/day.js'
import { ASPECTS, courseBetween, type Aspect } from '../../model/grade.js'
import { by } from '../../model/order.js'
import { ownFields } from '../../model/own-fields.js'
import type { Partnership } from '../../model/partnership.js'
import { gravestFirst, openRisks, riskMatrix } from '../../model/risk.js'
import { annualValue } from '../../policy/facts.js'
import { bandOf, riskBands } from '../../policy/risk-bands.js'
import { section } from '../define-paper.js'
import { gradedOf, gradesShape } from '../rows/graded.js'
import { countPartnerships } from '../phrases.js'
import { count, flag, group, maybe, money, ownOf, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'
import { describeWanting, isWanting, mustOf } from './signals/from-documents.js'
import { isMajor } from './signals/signal.js'

const shape = {
  /** The major partnerships, the largest first; where none is major, all of them, by tier. */
  glance: rows({
    name: text,
    value: money.nullable(),
    direction: maybe,
    sponsor: maybe,
    ...gradesShape,
    /** The day of the grades. */
    day: maybe,
    /** How each grade moved since the assessment before; null where it did not, or where nobody knows. */
    trend: group({ governance: maybe, relationships: maybe, outcomes: maybe }),
    topRisk: maybe,
    /** What must be on file and is not. */
    missing: texts,
    nextReview: maybe,
    /** Does policy require reviews of it? */
    reviewed: flag,
    x: ownOf('partnership'),
  }),
  /** Are those in the table the major ones, and not all? */
  glanceIsMajor: flag,
  /** Partnerships that the table has no room for. */
  glanceMore: count,
  /** Does any grade in the table show a trend? */
  hasTrends: flag,
}

/** A table of one page. */
const MOST = 20

/** Each major partnership in a row: what a director looks for first. */
export const atAGlance = section(shape, (scope: Scope) => {
  const { isOfMajor, all } = foremost(scope)
  const shown = all.slice(0, MOST).map((it) => rowOf(it, scope))
  return {
    glance: shown,
    glanceIsMajor: isOfMajor,
    glanceMore: countPartnerships('partnerships that the table at a glance has no room for', all.slice(MOST)),
    hasTrends: shown.some((it) => Object.values(it.trend).some((course) => course !== undefined)),
  }
})

function foremost(scope: Scope): { readonly isOfMajor: boolean; readonly all: readonly Partnership[] } {
  const { policy, top, register } = scope
  const major = top.filter((it) => isMajor(scope, it))
  const rank = (it: Partnership) => policy.rank(policy.tier(it).id)
  const size = (it: Partnership) => annualValue(register, it) ?? 0
  const byName = by<Partnership>((it) => it.name)
  return {
    isOfMajor: major.length > 0,
    all: (major.length > 0 ? major : top).toSorted((a, b) => rank(b) - rank(a) || size(b) - size(a) || byName(a, b)),
  }
}

function rowOf(partnership: Partnership, scope: Scope) {
  const { register, policy, asOf } = scope
  const graded = gradedOf(partnership, asOf)
  const due = policy.due('review', partnership)?.day
  const each = <T>(of: (aspect: Aspect) => T) =>
    Object.fromEntries(ASPECTS.map((it) => [it, of(it)])) as Record<Aspect, T>
  const direction = directionOf(partnership)
  return {
    name: partnership.name,
    value: yearlyValue(register, partnership),
    // no money passes where there is no direction of it
    direction:
      direction === undefined ? 'no money' : direction === 'not stated' ? undefined : describeDirection(direction),
    sponsor: partnership.sponsor,
    ...each((it) => graded?.latest[it]),
    day: graded && formatInexactDay(graded.latest.date),
    trend: each((it) => TRENDS[courseBetween(graded?.before?.[it], graded?.latest[it]) ?? 'same']),
    topRisk: topRiskOf(partnership, scope),
    missing: mustOf(partnership, scope).filter(isWanting).map(describeWanting),
    reviewed: policy.due('review', partnership) !== undefined,
    nextReview: due && (due < asOf ? `overdue since ${formatDay(due)}` : formatDay(due)),
    x: ownFields(register, 'partnership', partnership),
  }
}

const TRENDS = { better: '▲', worse: '▼', same: undefined } as const

function topRiskOf(partnership: Partnership, { policy, register, asOf }: Scope): string | undefined {
  const [gravest] = openRisks(partnership).toSorted(gravestFirst)
  if (gravest === undefined) return undefined
  const { title, score, risk } = gravest
  const bands = riskBands(policy.policy, riskMatrix(register.settings))
  const band = score === undefined ? undefined : bandOf(bands, score)
  const state = [
    score === undefined ? 'no score' : `${band?.id ?? 'score'} ${score}`,
    ...(risk.due !== undefined && risk.due.last < asOf ? [`mitigation due ${formatInexactDay(risk.due)}`] : []),
  ]
  return `${title} (${state.join(', ')})`
}
