import type { Partnership } from '../../model/partnership.js'
import { isOpenRisk, riskMatrix, riskName, riskScore, type Risk } from '../../model/risk.js'
import { bandOf, riskBands } from '../../policy/risk-bands.js'
import type { FieldChange } from '../compare.js'
import type { Fact, Weight } from '../fact.js'
import type { State } from '../state.js'
import { describeOther } from './other.js'
import { byItem, isIn, reporterOf, type Pair, type PartnershipDescriber, type Reporter } from './change-describer.js'

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
