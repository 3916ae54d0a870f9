import { describeDirection, directionOf } from '../../figures/totals.js'
import type { Partnership } from '../../model/partnership.js'
import { roleTitle } from '../../model/role.js'
import { by } from '../../model/order.js'
import { countPartnerships } from '../phrases.js'
import { countStakes, moneyThrough, partStake, wholeStake, type Carrier, type Stake } from './carrier.js'
import { HEADINGS } from './money.js'
import { section } from '../define-paper.js'
import { count, flag, maybe, money, rows, text, texts } from '../view-parts.js'
import type { Family } from './families.js'
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
  const stakes = new Map<string, Stake[]>()
  const add = (title: string, stake: Stake) => stakes.set(title, [...(stakes.get(title) ?? []), stake])
  for (const family of families) {
    const whole = titleOf(family.root)
    if (whole !== undefined) add(whole, wholeStake(register, family))
    for (const [title, parts] of partsBy(family, titleOf))
      if (title !== whole) add(title, partStake(register, family, parts))
  }
  return [...stakes]
    .map(([title, all]) => ({ id: title, name: title, stakes: all }))
    .sort((a, b) => b.stakes.length - a.stakes.length || by<Carrier>((it) => it.name)(a, b))
}

function partsBy({ parts }: Family, titleOf: (it: Partnership) => string | undefined): Map<string, Partnership[]> {
  const found = new Map<string, Partnership[]>()
  for (const part of parts) {
    const title = titleOf(part)
    if (title !== undefined) found.set(title, [...(found.get(title) ?? []), part])
  }
  return found
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
