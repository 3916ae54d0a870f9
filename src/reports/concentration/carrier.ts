import type { MoneyFigure, PercentFigure } from '../../figures/figure.js'
import { percentOf, portionsFigure, shared, together, whole, within, type Portion } from '../../figures/portions.js'
import { WHOLE } from '../../figures/shares.js'
import { isOneOff, yearlyValue } from '../../figures/yearly.js'
import type { Partnership } from '../../model/partnership.js'
import type { Family } from './scope.js'

type Partner = Partnership['partners'][number]

/** How a partnership runs through an organisation or role: whole, by a stated share, or through parts of it only. */
export interface Stake {
  readonly family: Family
  readonly how: 'all' | 'stated share' | 'part'
  /** Thousandths of a per cent, where `how` says so. */
  readonly share?: number
  /** The parts that it is in, where `how` says so. */
  readonly parts: readonly Partnership[]
}

/** An organisation, or a role, with everything that runs through it; each partnership once. */
export interface Carrier {
  readonly id: string
  readonly name: string
  readonly stakes: readonly Stake[]
}

/** How some of a partnership's partners are in it, and their entries; those of the whole count before those of parts. */
export function stakeOf(
  family: Family,
  isMeant: (partner: Partner) => boolean,
): { readonly stake: Stake; readonly partners: readonly Partner[] } | undefined {
  const partnersIn = (it: Partnership) => it.partners.filter(isMeant)
  const partners = partnersIn(family.root)
  if (partners.length > 0) {
    const shares = partners.flatMap((it) => it.share ?? [])
    const share = shares.reduce((all, it) => all + it, 0)
    const stake: Stake =
      shares.length < partners.length
        ? { family, how: 'all', parts: [] }
        : { family, how: 'stated share', share, parts: [] }
    return { stake, partners }
  }
  const parts = family.parts.filter((it) => partnersIn(it).length > 0)
  if (parts.length === 0) return undefined
  return { stake: { family, how: 'part', parts }, partners: parts.flatMap(partnersIn) }
}

/** What of a partnership's yearly value runs through a stake in it; undefined where that value is not known. */
function portionOf({ family: { root }, how, share, parts }: Stake, currency: string): Portion | undefined {
  const of = yearlyValue(root, currency)
  if (of === undefined) return undefined
  if (how === 'all') return whole(of)
  if (how === 'stated share') return shared(of, share!)
  const [first, ...others] = parts.map((it) => within(of, it.value && yearlyValue(it, currency)))
  return first === undefined ? undefined : together([first, ...others])
}

/** Yearly money through several carriers together in one direction; what runs through two of them counts once. */
export function moneyThrough(
  words: string,
  carriers: readonly Carrier[],
  families: readonly Family[],
  currency: string,
): { readonly value: MoneyFigure; readonly share: PercentFigure | null } {
  const portions: Portion[] = []
  const others: MoneyFigure[] = []
  const left = { unknown: 0, oneOff: 0 }
  for (const family of families) {
    const stakes = carriers.flatMap((it) => it.stakes.filter((stake) => stake.family === family))
    const value = yearlyValue(family.root, currency)
    if (stakes.length === 0) {
      if (value !== undefined) others.push(value)
    } else if (value === undefined) left[isOneOff(family.root) ? 'oneOff' : 'unknown']++
    else portions.push(jointly(stakes.flatMap((it) => portionOf(it, currency) ?? []) as [Portion, ...Portion[]]))
  }
  return {
    value: portionsFigure(`yearly values through ${words}`, portions, left, currency),
    share:
      portions.length === 0
        ? null
        : percentOf(`yearly values through ${words}, of all that are known and go the same way`, portions, others),
  }
}

/** Shares of different organisations add up; whoever has all of it leaves nothing to add. */
function jointly(portions: readonly [Portion, ...Portion[]]): Portion {
  const all = portions.find((it) => it.weight[0] === 1)
  if (all !== undefined || portions.length === 1) return all ?? portions[0]
  const isShares = portions.every((it) => it.weight[0] === it.weight[1])
  const sum = portions.reduce((weight, it) => weight + it.weight[0], 0)
  return isShares ? shared(portions[0].of, Math.min(1, sum) * WHOLE) : together(portions)
}
