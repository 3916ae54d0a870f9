import { FACTS, type Operand } from '../model/condition.js'
import type { Day } from '../model/day.js'
import { parseMoney, sayMoney } from '../model/money.js'
import type { Partnership } from '../model/partnership.js'
import { at } from '../model/place.js'
import type { Policy } from '../model/policy.js'
import type { Because } from './because.js'
import { evaluate, type TierRank } from './conditions.js'
import type { Facts } from './facts.js'
import type { InForce, MergedPolicy } from './merge.js'

/** How significant a partnership is, and every point and floor that makes it so. */
export interface TierAnswer {
  readonly id: string
  readonly points: number
  readonly because: readonly Because[]
}

/** Rank of tiers by their points; -1 for what is no tier. */
export function tierRank(policy: MergedPolicy): TierRank {
  const order = tiersByPoints(policy).map((it) => it.id)
  return (id) => order.indexOf(id)
}

/** Lowest first, wherever a tier stands in its file. */
const tiersByPoints = (policy: MergedPolicy) =>
  policy.entries('tiers').toSorted((a, b) => (a.data.points ?? 0) - (b.data.points ?? 0))

/** Points, then floors, then an override: domain of the register, section 3. Unknown never lowers. */
export function tierOf(
  partnership: Partnership,
  facts: Facts,
  policy: MergedPolicy,
  asOf: Day,
  currency: string,
): TierAnswer {
  const rank = tierRank(policy)
  const scored = policy.entries('points').map((factor) => scoreOf(factor, facts, currency))
  const points = scored.reduce((sum, it) => sum + it.points, 0)
  const because: Because[] = scored.filter((it) => it.points > 0).map(({ text, at: place }) => ({ text, at: place }))
  let id = tiersByPoints(policy).findLast((tier) => points >= (tier.data.points ?? 0))?.id ?? 'standard'
  for (const floor of policy.entries('floors')) {
    if (floor.data.when === undefined || floor.data.tier === undefined) continue
    const { truth, reasons } = evaluate(floor.data.when, facts, rank)
    if (truth !== 'true' || rank(floor.data.tier) === -1) continue
    because.push({ text: `at least ${floor.data.tier}: ${reasons.join(', ')}`, at: floor.at })
    if (rank(floor.data.tier) > rank(id)) id = floor.data.tier
  }
  if (UNKNOWN_RAISES.some((fact) => facts[fact] === undefined) && rank(id) < rank('standard')) {
    const missing = UNKNOWN_RAISES.filter((fact) => facts[fact] === undefined).map((fact) => FACTS[fact].label)
    id = 'standard'
    because.push({ text: `at least standard: ${missing.join(' and ')} not known` })
  }
  return override(partnership, { id, points, because }, rank, asOf)
}

/** Unknown value or data counts as at least standard. */
const UNKNOWN_RAISES = ['annual-value', 'data'] as const

type Factor = InForce<Policy['points'][string]>

function scoreOf(factor: Factor, facts: Facts, currency: string): Because & { points: number } {
  const { fact, bands, values, unknown = 0, title } = factor.data
  const name = (title ?? factor.id).toLowerCase()
  const found = fact && facts[fact]
  if (fact === undefined || found === undefined || found.length === 0)
    return {
      points: unknown,
      text: `${unknown} ${unknown === 1 ? 'point' : 'points'}: ${name} is not known`,
      at: factor.at,
    }
  const isMoney = FACTS[fact].type === 'money'
  const scores = found.map((value) => {
    const reached = bands.filter(
      (band) => Number(value) >= (isMoney ? (parseMoney(band['at-least']) ?? Infinity) : Number(band['at-least'])),
    )
    return { value, points: Math.max(0, values[String(value)] ?? 0, ...reached.map((band) => band.points)) }
  })
  const best = scores.reduce((a, b) => (b.points > a.points ? b : a))
  const shown = isMoney ? sayMoney(Number(best.value), currency) : sayValue(best.value)
  return {
    points: best.points,
    text: `${best.points} ${best.points === 1 ? 'point' : 'points'}: ${name} is ${shown}`,
    at: factor.at,
  }
}

/** A term may be a broken number of years; one decimal is told, never rounded up over a band. */
const sayValue = (value: Operand) => String(typeof value === 'number' ? Math.floor(value * 10) / 10 : value)

/** Upward freely; downward only with reason, approver and last day. */
function override(partnership: Partnership, computed: TierAnswer, rank: TierRank, asOf: Day): TierAnswer {
  const { tier } = partnership
  if (tier === undefined || rank(tier.at) === -1 || (tier.until !== undefined && tier.until.last < asOf))
    return computed
  if (tier.at === computed.id) return computed
  const down = rank(tier.at) < rank(computed.id)
  if (down && (tier.reason === undefined || tier.by === undefined || tier.until === undefined)) return computed
  const text = `${tier.at} instead of ${computed.id}, as decided${tier.by ? ` by ${tier.by}` : ''}${tier.reason ? `: ${tier.reason}` : ''}`
  return { ...computed, id: tier.at, because: [...computed.because, { text, at: at(partnership, 'tier') }] }
}
