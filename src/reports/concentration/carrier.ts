import { counter, type MoneyFigure } from '../../figures/figure.js'
import { percentOf, portionsFigure, shared, together, whole, within, type Portion } from '../../figures/portions.js'
import { WHOLE } from '../../figures/shares.js'
import { formatLeftOut } from '../../figures/format-figure.js'
import { otherCurrency, totalFigure } from '../../figures/totals.js'
import { amountFigure, isOneOff, sourceOf, yearlyValue } from '../../figures/yearly.js'
import { currencyOf } from '../../model/register-currency.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import type { Register } from '../../model/register.js'
import type { StatedShape } from '../define-paper.js'
import { maybe, money, percent } from '../view-parts.js'
import type { Family } from './families.js'

type Partner = Partnership['partners'][number]

/** How a partnership counts for an organisation or role; nothing counts where that is not recorded. */
export type Counts = 'all' | 'stated share' | 'contribution' | 'part' | 'share not recorded'

/** How a partnership runs through an organisation or role. */
export interface Stake {
  readonly family: Family
  readonly how: Counts
  /** The parts that it is in, where it is in parts only. */
  readonly parts: readonly Partnership[]
  /** The part of its yearly value that counts; undefined where the value or the share is not known. */
  readonly portion: Portion | undefined
}

/** Counts the partnerships of an organisation or role. */
export const countStakes = counter<Stake>(({ family }) => sourceOf(family.root))

/** An organisation, or a role, with everything that runs through it; each partnership once. */
export interface Carrier {
  readonly name: string
  readonly stakes: readonly Stake[]
}

/** A partnership that counts with its whole value. */
export const wholeStake = (register: Register, family: Family): Stake => {
  const of = countedValue(register, family.root)
  return { family, how: 'all', parts: [], portion: of && whole(of) }
}

/** A partnership of which only parts count: what these are worth, where that is known for each. */
export function partStake(
  register: Register,
  family: Family,
  parts: readonly Partnership[],
  portionIn: (part: Partnership, value: MoneyFigure) => Portion | undefined = (_, value) => whole(value),
): Stake {
  const of = countedValue(register, family.root)
  const portions = parts.flatMap((it) => {
    const value = countedValue(register, it)
    return (value && portionIn(it, value)) ?? []
  })
  const [first, ...others] = portions.map((it) => of && within(of, { ...it.of, ...it }))
  const isRecorded = portions.length === parts.length
  const portion = isRecorded && first !== undefined ? together([first, ...others.flatMap((it) => it ?? [])]) : undefined
  return { family, how: isRecorded ? 'part' : 'share not recorded', parts, portion }
}

/** How some of a partnership's partners are in it, and their entries; those of the whole count before those of parts. */
export function stakeOf(
  register: Register,
  family: Family,
  isMeant: (partner: Partner) => boolean,
): { readonly stake: Stake; readonly partners: readonly Partner[] } | undefined {
  const partnersIn = (it: Partnership) => it.partners.filter(isMeant)
  const partners = partnersIn(family.root)
  if (partners.length > 0) {
    const of = countedValue(register, family.root)
    const how = countsOf(register, family.root, partners)
    return {
      stake: { family, how, parts: [], portion: of && portionOf(register, family.root, partners, of) },
      partners,
    }
  }
  const parts = family.parts.filter((it) => partnersIn(it).length > 0)
  if (parts.length === 0) return undefined
  const stake = partStake(register, family, parts, (it, value) => portionOf(register, it, partnersIn(it), value))
  return { stake, partners: parts.flatMap(partnersIn) }
}

/** A yearly value that can be added to others: one in another currency cannot. */
function countedValue(register: Register, partnership: Partnership): MoneyFigure | undefined {
  const value = yearlyValue(register, partnership)
  return value?.currency === currencyOf(register) ? value : undefined
}

/**
 * A share or payment counts where each of the entries has one. Without any, all money in comes from the one other partner
 * that there is, and all money out goes to it; otherwise the share is not recorded, and that is neither nothing nor all.
 */
function countsOf(register: Register, partnership: Partnership, entries: readonly Partner[]): Counts {
  const { partners, value } = partnership
  if (entries.every((it) => it.share !== undefined)) return 'stated share'
  if (entries.every((it) => it.pays !== undefined)) return 'contribution'
  const others = partners.filter((it) => it.organisation !== register.settings.organisation)
  const isOnly = others.length === entries.length && partners.every((it) => it.share === undefined)
  return isOnly && (value?.direction === 'income' || value?.direction === 'spend') ? 'all' : 'share not recorded'
}

function portionOf(
  register: Register,
  partnership: Partnership,
  entries: readonly Partner[],
  of: MoneyFigure,
): Portion | undefined {
  const sum = (key: 'share' | 'pays') => entries.reduce((all, it) => all + (it[key] ?? 0), 0)
  const how = countsOf(register, partnership, entries)
  if (how === 'all') return whole(of)
  if (how === 'stated share') return shared(of, sum('share'))
  if (how !== 'contribution') return undefined
  const source = { name: partnership.name, at: at(partnership, 'partners') }
  return within(of, amountFigure({ amount: sum('pays') }, register, source))
}

/** Yearly money through some carriers in one direction. */
export const throughShape = {
  /** What is recorded; null where nothing is. */
  value: money.nullable(),
  /** The values of partnerships whose share is not recorded: neither nothing nor all of it. */
  unrecorded: money.nullable(),
  /** What is in neither; null where nothing is, or where the value says so. */
  left: maybe,
  share: percent.nullable(),
}
export type Through = StatedShape<typeof throughShape>

/** Yearly money through several carriers together in one direction; what runs through two of them counts once. */
export function moneyThrough(
  words: string,
  carriers: readonly Carrier[],
  families: readonly Family[],
  register: Register,
): Through {
  const portions: Portion[] = []
  const others: MoneyFigure[] = []
  const foreign: MoneyFigure[] = []
  const unrecorded: Partnership[] = []
  const left = { unknown: 0, oneOff: 0 }
  for (const family of families) {
    const stakes = carriers.flatMap((it) => it.stakes.filter((stake) => stake.family === family))
    const any = yearlyValue(register, family.root)
    const value = countedValue(register, family.root)
    const [first, ...more] = stakes.flatMap((it) => it.portion ?? [])
    if (value !== undefined && first === undefined) others.push(value)
    if (stakes.length === 0) continue
    if (any === undefined) left[isOneOff(family.root) ? 'oneOff' : 'unknown']++
    else if (value === undefined) foreign.push(any)
    else if (first === undefined) unrecorded.push(family.root)
    else portions.push(jointly([first, ...more]))
  }
  const isAnyRecorded = portions.length > 0 || unrecorded.length === 0
  const all = { ...left, ...otherCurrency(foreign) }
  const of = totalFigure(`yearly values without a recorded share of ${words}`, unrecorded, register)
  return {
    value: isAnyRecorded
      ? portionsFigure(`yearly values through ${words}`, portions, all, currencyOf(register))
      : undefined,
    unrecorded: unrecorded.length === 0 ? undefined : of,
    left: isAnyRecorded ? undefined : formatLeftOut(all),
    share:
      portions.length === 0
        ? undefined
        : percentOf(`yearly values through ${words}, of all that are known and go the same way`, portions, others),
  }
}

/** Shares of different organisations add up, up to the whole. */
function jointly(portions: readonly [Portion, ...Portion[]]): Portion {
  const all = portions.find((it) => it.weight[0] === 1)
  if (all !== undefined || portions.length === 1) return all ?? portions[0]
  const isShares = portions.every((it) => it.weight[0] === it.weight[1])
  const sum = portions.reduce((weight, it) => weight + it.weight[0], 0)
  return isShares ? shared(portions[0].of, Math.min(1, sum) * WHOLE) : together(portions)
}
