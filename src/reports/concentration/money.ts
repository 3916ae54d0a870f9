import { countFigure } from '../../figures/figure.js'
import { directionOf, totalsByDirection, type Direction } from '../../figures/totals.js'
import { sourceOf, yearlyValue } from '../../figures/yearly.js'
import { by, grouped } from '../../model/order.js'
import { countPartnerships } from '../say.js'
import { moneyThrough, type Carrier } from './carrier.js'
import type { Family, Scope } from './scope.js'
import type { Section } from './view.js'

type Money = Section<'money'>['money'][number]

/** How the ways that money goes are headed; they are never added up. */
export const HEADINGS: Readonly<Record<Direction, string>> = {
  income: 'Money in',
  spend: 'Money out',
  pooled: 'Pooled money',
  'not stated': 'Money whose way is not stated',
}

/** For each way that money goes: how much of it runs through each organisation, and through the largest together. */
export function moneyTables(scope: Scope, carriers: readonly Carrier[]): Money[] {
  const { families, currency } = scope
  const roots = families.map((it) => it.root)
  return totalsByDirection('the yearly values of partnerships that have not ended, without parts', roots, currency).map(
    ({ direction, total }) => {
      const same = families.filter((it) => directionOf(it.root) === direction)
      const isKnown = ({ root }: Family) => yearlyValue(root, currency) !== undefined
      const inIt = carriers.filter((it) => it.stakes.some(({ family }) => same.includes(family)))
      const known = inIt.filter((it) => it.stakes.some(({ family }) => same.includes(family) && isKnown(family)))
      const ranked = rank(known, same, direction, currency)
      return {
        direction: HEADINGS[direction],
        partnerships: countPartnerships(
          `partnerships of which money goes this way: ${direction}`,
          same.map((it) => it.root),
        ),
        total,
        list: ranked.map(({ carrier, value, share }) => ({
          name: carrier.name,
          value,
          share,
          counted: countedOf(carrier, same.filter(isKnown)),
        })),
        unknown: inIt.filter((it) => !known.includes(it)).map((it) => it.name),
        largest: firstOf(
          ranked.map((it) => it.carrier),
          [3, 5],
        ).map(({ words, some }) => ({
          words,
          names: some.map((it) => it.name),
          ...moneyThrough(`the ${words} largest, direction ${direction}`, some, same, currency),
        })),
      }
    },
  )
}

/** Those through which most may run first, then most runs for sure, then by name. */
function rank(carriers: readonly Carrier[], same: readonly Family[], direction: Direction, currency: string) {
  const most = (it: ReturnType<typeof moneyThrough>) => it.value.atMost?.pence ?? Infinity
  return carriers
    .map((carrier) => ({
      carrier,
      ...moneyThrough(`${carrier.name}, direction ${direction}`, [carrier], same, currency),
    }))
    .sort(
      (a, b) =>
        (most(a) === most(b) ? 0 : most(b) - most(a)) ||
        b.value.atLeast.pence - a.value.atLeast.pence ||
        by<typeof a>((it) => it.carrier.name)(a, b),
    )
}

/** Of how many of its partnerships all counts, of how many its share, of how many a part. */
function countedOf({ name, stakes }: Carrier, families: readonly Family[]): Money['list'][number]['counted'] {
  return grouped(
    stakes.filter((it) => families.includes(it.family)),
    (it) => it.how,
  ).map((same) => ({
    how: same[0]!.how,
    count: countFigure(
      `partnerships of which counts for ${name}: ${same[0]!.how}`,
      same.map((it) => sourceOf(it.family.root)),
    ),
  }))
}

/** The first few of a list, where there are more of them; in words how many. */
export const firstOf = <T>(all: readonly T[], sizes: readonly (keyof typeof WORDS)[]) =>
  sizes.flatMap((size) => (size < all.length ? [{ words: WORDS[size], some: all.slice(0, size) }] : []))

const WORDS = { 1: 'one', 3: 'three', 5: 'five' } as const
