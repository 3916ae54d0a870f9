import { ASPECTS, courseBetween, type Aspect, type Grade } from '../../model/grade.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { capital } from '../../model/words.js'
import type { FieldChange } from '../compare.js'
import {
  type Fact,
  type Weight,
  isIn,
  type Pair,
  type PartnershipDescriber,
  byItem,
  reporterOf,
  type Reporter,
  type State,
  placesOf,
  type ChangeDescriber,
} from '../fact.js'
import { formatItem } from '../format-field.js'
import { describeOther } from './other.js'
import { isOpenRisk, riskMatrix, riskName, riskScore, type Risk } from '../../model/risk.js'
import { bandOf, riskBands } from '../../policy/risk-bands.js'
import { describeWhen, type InexactDay, latestIndex, hasHappenedBy } from '../../model/day.js'

/** How the grades of the latest assessment moved, and assessments that were added, removed or altered. */
export const grades: PartnershipDescriber = {
  handles: isIn('assessments'),
  describe: (changes, pair) => [
    ...ASPECTS.flatMap((aspect) => moved(aspect, pair)),
    ...changes.filter((it) => !isGradeOfLatest(it, pair)).map((it) => describeAssessment(it, pair)),
  ],
}

function moved(aspect: Aspect, { earlier, now, before, after }: Pair<Partnership>): Fact[] {
  const first = latestIndex(earlier.assessments, before.asOf)
  const last = latestIndex(now.assessments, after.asOf)
  const [from, to] = [earlier.assessments[first]?.[aspect], now.assessments[last]?.[aspect]]
  if (from === to) return []
  return [
    {
      kind: 'grade',
      what: capital(aspect),
      ...describeTrend(from, to, now.assessments[last]?.['too-early'].includes(aspect) ?? false),
      before: from && at(earlier, 'assessments', first, aspect),
      after: to && at(now, 'assessments', last, aspect),
    },
  ]
}

export function describeTrend(
  from: Grade | undefined,
  to: Grade | undefined,
  tooEarly: boolean,
): { did: string; weight: Weight } {
  if (from === undefined) return { did: `went from not graded to ${to}`, weight: to === 'R' ? 'worse' : 'neutral' }
  if (to === undefined && tooEarly) return { did: `went from ${from} to too early to tell`, weight: 'neutral' }
  if (to === undefined) return { did: `went from ${from} to not graded`, weight: 'worse' }
  const course = courseBetween(from, to) as 'better' | 'worse'
  return { did: `${course === 'better' ? 'improved' : 'worsened'} from ${from} to ${to}`, weight: course }
}

/** Is it a grade in an assessment that was and is the latest? Its trend describes it. */
function isGradeOfLatest({ keys, beforePath, afterPath, items }: FieldChange, pair: Pair<Partnership>): boolean {
  const isGrade = keys.length === 2 && (ASPECTS as readonly string[]).includes(keys[1]!)
  const { before, after } = items.at(-1) ?? {}
  if (!isGrade || before === undefined || after === undefined) return false
  return (
    beforePath[1] === latestIndex(pair.earlier.assessments, pair.before.asOf) &&
    afterPath[1] === latestIndex(pair.now.assessments, pair.after.asOf)
  )
}

/** Past grades should not change, so an alteration is reported. */
function describeAssessment(change: FieldChange, pair: Pair<Partnership>): Fact {
  const fact = describeOther(change, pair)
  const { before, after } = change.items.at(-1)!
  if (before === undefined || after === undefined) {
    const item = (after ?? before) as Partnership['assessments'][number]
    const grades = ASPECTS.flatMap((aspect) => (item[aspect] === undefined ? [] : [`${aspect} ${item[aspect]}`]))
    const did = `${after === undefined ? 'was removed' : 'was added'}${grades.length === 0 ? '' : `: ${grades.join(', ')}`}`
    return {
      ...fact,
      what: capital(formatItem(change.items.at(-1)!, 'assessment', pair.after)),
      did,
      weight: after ? 'neutral' : 'worse',
    }
  }
  const isGrade = change.keys.length === 2 && (ASPECTS as readonly string[]).includes(change.keys[1]!)
  return isGrade ? { ...fact, did: `was altered: it ${fact.did}`, weight: 'worse' } : fact
}

/** Risks that were added, removed, closed or accepted, or whose score changed. */
export const risks: PartnershipDescriber = {
  handles: isIn('risks'),
  describe: (changes, pair) => byItem(changes).flatMap((it) => describeRisk(it, pair)),
}

/** @param changes of one risk */
function describeRisk(changes: readonly FieldChange[], pair: Pair<Partnership>): Fact[] {
  const { before, after } = changes[0]!.items[0]! as { before?: Risk; after?: Risk }
  const report = reporterOf('risk', `Risk “${riskName((after ?? before)!)}”`, changes[0]!, pair)
  if (before === undefined) return [report(`was added: ${describeNewRisk(after!, pair.after)}`, 'neutral')]
  if (after === undefined)
    return isOpenRisk(before)
      ? [report(`was removed without having been closed; it was ${describeNewRisk(before, pair.before)}`, 'worse')]
      : [report('was removed; it was closed', 'neutral')]
  const isScore = ({ keys }: FieldChange) => keys[1] === 'likelihood' || keys[1] === 'consequence'
  const scored = changes.some(isScore) ? [report(...describeMove(before, after, pair))] : []
  return [...scored, ...changes.filter((it) => !isScore(it)).map((it) => describeField(it, after, pair, report))]
}

function describeField(
  change: FieldChange,
  { status, 'accepted-by': by }: Risk,
  pair: Pair<Partnership>,
  report: Reporter,
): Fact {
  if (change.keys[1] === 'status' && status === 'closed') return report('was closed', 'better')
  if (change.keys[1] === 'status' && status === 'accepted')
    return report(`was accepted${by === undefined ? '' : ` by ${by}`}`, 'neutral')
  if (change.keys[1] === 'status' && change.before === 'closed') return report('is open again; it was closed', 'worse')
  return describeOther(change, pair)
}

function describeMove(before: Risk, after: Risk, pair: Pair): [string, Weight] {
  const [from, to] = [riskScore(before), riskScore(after)]
  const [was, is] = [formatScore(before, pair.before), formatScore(after, pair.after)]
  if (from === undefined || to === undefined)
    return [`is now ${is}; it was ${was}`, to === undefined && from !== undefined ? 'worse' : 'neutral']
  if (from === to) return [`is scored differently: ${is}; it was ${was}`, 'neutral']
  return to > from ? [`rose from ${was} to ${is}`, 'worse'] : [`fell from ${was} to ${is}`, 'better']
}

/** A score as `12 high (4 x 3)`; a missing score is not zero. */
function formatScore(risk: Risk, { policy, register }: State): string {
  const score = riskScore(risk)
  if (score === undefined) return 'without a score'
  const band = bandOf(riskBands(policy.policy, riskMatrix(register.settings)), score)?.id
  return `${score}${band === undefined ? '' : ` ${band}`} (${risk.likelihood} x ${risk.consequence})`
}

export const describeNewRisk = (risk: Risk, state: State) =>
  risk.none === undefined ? formatScore(risk, state) : `no risk above 3, because ${risk.none}`

/** Fields whose day ends an item, and the word for that. */
const ENDS: Readonly<Record<string, string>> = { done: 'done', closed: 'closed' }

/** Actions, milestones, recommendations and issues, in any list, that were done or closed, or are open again. */
export const actions: ChangeDescriber = {
  handles: ({ keys, before, after }) =>
    Object.hasOwn(ENDS, keys.at(-1)!) && (before === undefined) !== (after === undefined),
  describe: (changes, pair) => changes.map((it) => describeEnd(it, pair)),
}

function describeEnd(change: FieldChange, pair: Pair): Fact {
  const { keys, labels, items, after } = change
  const item = items.at(-1)
  if (item === undefined) return describeOther(change, pair)
  const end = ENDS[keys.at(-1)!]!
  const state = after === undefined ? pair.before : pair.after
  const common = {
    kind: 'action',
    what: capital(formatItem(item, labels.at(-2) ?? '', state)),
    ...placesOf(change, pair),
  } as const
  if (after === undefined) return { ...common, weight: 'worse', did: `is open again; it was ${end}` }
  const day = after as InexactDay
  return hasHappenedBy(day, pair.after.asOf)
    ? { ...common, weight: 'better', did: `was ${end} ${describeWhen(day)}` }
    : { ...common, weight: 'neutral', did: `is recorded as ${end} ${describeWhen(day)}, which is still to come` }
}

/**
 * The stamp of a review was added, removed or altered; its fingerprints mean nothing to people. Removing or altering it is
 * reported, as it hides changes after the review.
 */
export const stamps: PartnershipDescriber = {
  handles: ({ keys }) => keys[0] === 'reviews' && keys[1] === 'stamp',
  describe: (changes, pair) => {
    const reviews = new Map(changes.map((it) => [it.items[0], it]))
    return [...reviews.values()].map((it) => describeStamp(it, pair))
  },
}

/** @param change one of those of the stamp of a review */
function describeStamp(change: FieldChange, pair: Pair): Fact {
  const item = change.items[0]!
  const stampIn = (review: unknown) => (review as { readonly stamp?: object }).stamp
  const [was, is] = [stampIn(item.before), stampIn(item.after)]
  const did =
    was === undefined
      ? 'was stamped: later changes are reported'
      : is === undefined
        ? 'has no stamp any more: later changes are no longer reported'
        : 'has another stamp: changes before it are no longer reported'
  const what = capital(formatItem(item, 'review', pair.after))
  return { kind: 'review', weight: was === undefined ? 'neutral' : 'worse', what, did, ...placesOf(change, pair) }
}
