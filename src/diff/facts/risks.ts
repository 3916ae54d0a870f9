import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { isOpenRisk, riskName, riskScore, type Risk } from '../../model/risk.js'
import { bandOf, riskBands } from '../../policy/risk-bands.js'
import type { FieldChange } from '../compare.js'
import type { Fact, Weight } from '../fact.js'
import type { State } from '../state.js'
import { tellOther } from './other.js'
import { isIn, type Pair, type PartnershipTeller } from './teller.js'

/** Risks that came, went, were closed, or whose score moved. */
export const risks: PartnershipTeller = {
  takes: isIn('risks'),
  tell: (changes, pair) => {
    const items = [...new Set(changes.map((it) => it.items[0]))]
    return items.flatMap((item) =>
      tellRisk(
        changes.filter((it) => it.items[0] === item),
        pair,
      ),
    )
  },
}

/** @param changes of one risk */
function tellRisk(changes: readonly FieldChange[], pair: Pair<Partnership>): Fact[] {
  const { before, after } = changes[0]!.items[0]! as { before?: Risk; after?: Risk }
  const tell = (did: string, weight: Weight): Fact => ({
    kind: 'risk',
    weight,
    what: `Risk “${riskName((after ?? before)!)}”`,
    did,
    before: before && at(pair.earlier, ...changes[0]!.beforePath.slice(0, 2)),
    after: after && at(pair.now, ...changes[0]!.afterPath.slice(0, 2)),
  })
  if (before === undefined) return [tell(`was added: ${sayRisk(after!, pair.after)}`, 'neutral')]
  if (after === undefined)
    return isOpenRisk(before)
      ? [tell(`was removed without having been closed; it was ${sayRisk(before, pair.before)}`, 'worse')]
      : [tell('was removed; it was closed', 'neutral')]
  const isScore = ({ keys }: FieldChange) => keys[1] === 'likelihood' || keys[1] === 'consequence'
  const scored = changes.some(isScore) ? [tell(...sayMove(before, after, pair))] : []
  return [...scored, ...changes.filter((it) => !isScore(it)).map((it) => tellField(it, after, pair, tell))]
}

function tellField(
  change: FieldChange,
  { status, 'accepted-by': by }: Risk,
  pair: Pair<Partnership>,
  tell: (did: string, weight: Weight) => Fact,
): Fact {
  if (change.keys[1] === 'status' && status === 'closed') return tell('was closed', 'better')
  if (change.keys[1] === 'status' && status === 'accepted')
    return tell(`was accepted${by === undefined ? '' : ` by ${by}`}`, 'neutral')
  if (change.keys[1] === 'status' && change.before === 'closed') return tell('is open again; it was closed', 'worse')
  return tellOther(change, pair)
}

function sayMove(before: Risk, after: Risk, pair: Pair): [string, Weight] {
  const [from, to] = [riskScore(before), riskScore(after)]
  const [was, is] = [sayScore(before, pair.before), sayScore(after, pair.after)]
  if (from === undefined || to === undefined)
    return [`is now ${is}; it was ${was}`, to === undefined && from !== undefined ? 'worse' : 'neutral']
  if (from === to) return [`is scored otherwise: ${is}; it was ${was}`, 'neutral']
  return to > from ? [`rose from ${was} to ${is}`, 'worse'] : [`fell from ${was} to ${is}`, 'better']
}

/** `12 high (4 x 3)`; a risk without a score is never zero. */
function sayScore(risk: Risk, { policy }: State): string {
  const score = riskScore(risk)
  if (score === undefined) return 'without a score'
  const band = bandOf(riskBands(policy.policy), score)?.id
  return `${score}${band === undefined ? '' : ` ${band}`} (${risk.likelihood} x ${risk.consequence})`
}

export const sayRisk = (risk: Risk, state: State) =>
  risk.none === undefined ? sayScore(risk, state) : `no risk above 3, because ${risk.none}`
