import { describeDirection, directionOf } from '../../figures/totals.js'
import type { Partnership } from '../../model/partnership.js'
import { roleTitle } from '../../model/role.js'
import { by, grouped } from '../../model/order.js'
import { countPartnerships } from '../phrases.js'
import { countStakes, moneyThrough, partStake, wholeStake, type Carrier, type Stake } from './carrier.js'
import { HEADINGS } from './money.js'
import { section } from '../define-paper.js'
import { count, flag, maybe, money, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'

const load = {
  role: text,
  partnerships: count,
  named: texts,
  /** More than policy thinks possible? */
  isOver: flag,
  values: rows({ direction: text, value: money.nullable(), unrecorded: money.nullable(), left: maybe }),
}

const shape = {
  limit: maybe,
  leads: rows(load),
  withoutLead: count,
  sponsors: rows(load),
  withoutSponsor: count,
}

/** Which role leads or answers for how much; a part counts for a role only where another one has the whole. */
export const loads = section(shape, (scope: Scope) => {
  const limit = scope.policy.policy.single('limits')?.['lead-load']
  const without = (key: 'lead' | 'sponsor') =>
    countPartnerships(
      `partnerships without a ${key}`,
      scope.families.map((it) => it.root).filter((it) => it[key] === undefined),
    )
  return {
    limit: limit?.toString(),
    leads: loadRows(scope, 'lead', limit),
    withoutLead: without('lead'),
    sponsors: loadRows(scope, 'sponsor', undefined),
    withoutSponsor: without('sponsor'),
  }
})

function loadRows(scope: Scope, key: 'lead' | 'sponsor', limit: number | undefined) {
  return carriersOf(scope, key).map((it) => ({
    role: it.name,
    partnerships: countStakes(`partnerships that have ${it.name} as ${key}`, it.stakes),
    named: it.stakes.map(describeStake),
    isOver: limit !== undefined && it.stakes.length > limit,
    values: valuesOf(scope, it),
  }))
}

/** A part is named as such: it is not the whole that the role leads. */
const describeStake = ({ family, parts }: Stake): string =>
  parts.length === 0 ? family.root.name : parts.map((it) => `${it.name} (part of ${family.root.name})`).join(', ')

function carriersOf({ register, families }: Scope, key: 'lead' | 'sponsor'): Carrier[] {
  const titleOf = (it: Partnership) => (it[key] === undefined ? undefined : roleTitle(register.settings, it[key]))
  const stakes = families.flatMap((family) => {
    const whole = titleOf(family.root)
    const parts = family.parts.flatMap((part) => {
      const name = titleOf(part)
      return name === undefined || name === whole ? [] : [{ name, part }]
    })
    return [
      ...(whole === undefined ? [] : [{ name: whole, stake: wholeStake(register, family) }]),
      ...grouped(parts, (it) => it.name).map((same) => {
        const own = same.map((it) => it.part)
        return { name: same[0]!.name, stake: partStake(register, family, own) }
      }),
    ]
  })
  return grouped(stakes, (it) => it.name)
    .map((same) => ({ name: same[0]!.name, stakes: same.map((it) => it.stake) }))
    .sort((a, b) => b.stakes.length - a.stakes.length || by<Carrier>((it) => it.name)(a, b))
}

/** The yearly value of a role's partnerships, for each direction of money. */
function valuesOf({ families, register }: Scope, carrier: Carrier) {
  const directions = new Set(carrier.stakes.flatMap((it) => directionOf(it.family.root) ?? []))
  return [...directions].map((direction) => {
    const same = families.filter((it) => directionOf(it.root) === direction)
    const { value, unrecorded, left } = moneyThrough(
      `${carrier.name}, ${describeDirection(direction)}`,
      [carrier],
      same,
      register,
    )
    return { direction: HEADINGS[direction], value, unrecorded, left }
  })
}
