import { FACTS, inPlainWords, type Operand } from '../model/condition.js'
import { getOrMake } from '../model/order.js'
import type { Day } from '../model/day.js'
import { parseMoney, formatMoney, formatSpread } from '../model/money.js'
import type { Partnership } from '../model/partnership.js'
import { at, type Because } from '../model/place.js'
import type { Policy } from '../model/policy.js'
import { counted } from '../model/words.js'
import { evaluate, truthOf, type TierRank } from './conditions.js'
import type { Facts } from './facts.js'
import type { InForce, MergedPolicy } from './merge.js'

/** The tier of a partnership, and the points and floors that decide it. */
export interface TierAnswer {
  readonly id: string
  readonly points: number
  readonly because: readonly Because[]
}

/** Rank of tiers by their points; -1 for an unknown tier. */
export function tierRank(policy: MergedPolicy): TierRank {
  const order = new Map(tiersByPoints(policy).map((it, index) => [it.id, index]))
  return (id) => order.get(id) ?? -1
}

/** Tiers with the lowest first, whatever their order in the file. */
const tiersByPoints = (policy: MergedPolicy) =>
  policy.entries('tiers').toSorted((a, b) => (a.data.points ?? 0) - (b.data.points ?? 0))

/** Points, then floors, then an override: docs/domain.md, section 3. Unknown never lowers. */
export function tierOf(
  partnership: Partnership,
  facts: Facts,
  policy: MergedPolicy,
  rank: TierRank,
  asOf: Day,
  currency: string,
): TierAnswer {
  const points = policy.entries('points').reduce((sum, factor) => sum + pointsOf(factor, facts), 0)
  let id = tiersByPoints(policy).findLast((tier) => points >= (tier.data.points ?? 0))?.id ?? 'standard'
  const floors = floorsOf(policy, facts, rank)
  for (const { tier } of floors) if (rank(tier) > rank(id)) id = tier
  const missing = UNKNOWN_RAISES.filter((fact) => facts[fact] === undefined)
  const { tier: least = 'standard', except } = policy.single('unscreened') ?? {}
  const isExcepted = except !== undefined && truthOf(except, facts, rank) === 'true'
  const isRaised = missing.length > 0 && !isExcepted && rank(id) < rank(least)
  const because = (): Because[] => [
    ...policy.entries('points').flatMap((factor) => formatScore(factor, facts, currency)),
    ...floors.map(({ entry, tier }) => {
      const { reasons } = evaluate(entry.data.when!, facts, rank, currency)
      return { text: `at least ${tier}: ${reasons.join(', ')}`, at: entry.at }
    }),
    ...(isRaised
      ? [{ text: `at least ${least}: ${missing.map((it) => FACTS[it].label).join(' and ')} not known` }]
      : []),
  ]
  return override(partnership, new Computed(isRaised ? least : id, points, because), rank, asOf)
}

/** Makes the reasons on demand: every partnership has a tier, but few reasons are ever shown. */
class Computed implements TierAnswer {
  constructor(
    readonly id: string,
    readonly points: number,
    readonly explain: () => readonly Because[],
  ) {}

  get because() {
    return this.explain()
  }
}

/** The floors that apply, each with its tier. */
function floorsOf(policy: MergedPolicy, facts: Facts, rank: TierRank) {
  return policy.entries('floors').flatMap((entry) => {
    const { when, tier } = entry.data
    const holds = when !== undefined && tier !== undefined && rank(tier) !== -1 && truthOf(when, facts, rank) === 'true'
    return holds ? [{ entry, tier }] : []
  })
}

/** Unknown value or data raises the tier, to standard unless the policy says otherwise. */
const UNKNOWN_RAISES = ['annual-value', 'data'] as const

type Factor = InForce<Policy['points'][string]>

function pointsOf({ data }: Factor, facts: Facts): number {
  const found = data.fact && facts[data.fact]
  return found === undefined || found.length === 0 ? (data.unknown ?? 0) : bestScore(data, found).points
}

/** The value that gives most points. */
function bestScore({ fact, bands, values }: Factor['data'], found: readonly Operand[]) {
  let best: { value: Operand; points: number } | undefined
  for (const value of found) {
    let points = Math.max(0, values[String(value)] ?? 0)
    for (const band of bands) if (Number(value) >= lowestOf(band, fact)) points = Math.max(points, band.points)
    if (best === undefined || points > best.points) best = { value, points }
  }
  return best!
}

type Band = Factor['data']['bands'][number]

const lowestOf = (band: Band, fact: Factor['data']['fact']) =>
  getOrMake(lowests, band, () => {
    const written = band['at-least']
    return isMoney(fact) ? (parseMoney(written) ?? Infinity) : Number(written)
  })

/** Read once, as every partnership is compared with every band. */
const lowests = new WeakMap<Band, number>()

const isMoney = (fact: Factor['data']['fact']) => fact !== undefined && FACTS[fact].type === 'money'

/** How many points a factor gives and why; empty where it gives none. */
function formatScore({ id, data, at }: Factor, facts: Facts, currency: string): Because[] {
  const { fact, unknown = 0, title } = data
  const name = (title ?? id).toLowerCase()
  const found = fact && facts[fact]
  if (fact === undefined || found === undefined || found.length === 0)
    return unknown > 0 ? [{ text: `${formatPoints(unknown)}: ${name} not known`, at }] : []
  const { value, points } = bestScore(data, found)
  const shown = isMoney(fact) ? formatPence(Number(value), found.isSpread, currency) : formatValue(value, fact)
  return points > 0
    ? [{ text: `${formatPoints(points)}: ${inPlainWords(`${found.called ?? name} is ${shown}`)}`, at }]
    : []
}

const formatPence = (pence: number, isSpread = false, currency: string) =>
  isSpread ? formatSpread(pence, currency) : formatMoney(pence, currency)

const formatPoints = (points: number) => `${points} ${points === 1 ? 'point' : 'points'}`

/** A term may be a fraction of years; one decimal is shown, never rounded up over a band. */
function formatValue(value: Operand, fact: Factor['data']['fact']): string {
  if (typeof value !== 'number') return String(value)
  const shown = Math.floor(value * 10) / 10
  return fact === 'term-years' ? counted(shown, 'year') : String(shown)
}

/** A tier is raised freely, but lowered only with a reason, an approver and a last day. */
function override(partnership: Partnership, computed: TierAnswer, rank: TierRank, asOf: Day): TierAnswer {
  const { tier } = partnership
  if (tier === undefined || rank(tier.at) === -1 || (tier.until !== undefined && tier.until.last < asOf))
    return computed
  if (tier.at === computed.id) return computed
  const down = rank(tier.at) < rank(computed.id)
  if (down && (tier.reason === undefined || tier.by === undefined || tier.until === undefined)) return computed
  const text = `${tier.at} instead of ${computed.id}, as decided${tier.by ? ` by ${tier.by}` : ''}${tier.reason ? `: ${tier.reason}` : ''}`
  const because = () => [...computed.because, { text, at: at(partnership, 'tier') }]
  return new Computed(tier.at, computed.points, because)
}
