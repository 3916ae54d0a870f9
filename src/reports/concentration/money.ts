import { describeDirection, directionOf, isAnyKnown, totalsByDirection, type Direction } from '../../figures/totals.js'
import { yearlyValue } from '../../figures/yearly.js'
import { by, grouped } from '../../model/order.js'
import type { Register } from '../../model/register.js'
import { countPartnerships } from '../phrases.js'
import { namedSum, passingSum } from '../rows/sums.js'
import { countStakes, moneyThrough, throughShape, type Carrier, type Through } from './carrier.js'
import { section } from '../define-paper.js'
import { count, flag, maybe, money, rows, text, texts } from '../view-parts.js'
import type { Family } from './families.js'
import type { Scope } from './scope.js'
import { unnamedCarriers } from './unnamed.js'

/** Money that goes one way. */
const oneWay = {
  direction: text,
  partnerships: count,
  /** Is any yearly value known? */
  isKnown: flag,
  total: money,
  /** What a value is, where its keepers say so, and the largest sum a year that passes beside it. */
  meanings: rows({ name: text, title: maybe, beside: namedSum.nullable() }),
  list: rows({
    name: text,
    /** The partnerships, where it is partners that are not named or not recorded. */
    of: texts,
    ...throughShape,
    counted: rows({ how: text, count }),
  }),
  /** Those whose share is nowhere recorded, with the values of their partnerships: neither nothing nor all of it. */
  withoutShare: rows({ name: text, of: texts, unrecorded: money, left: maybe }),
  /** Organisations for whose partnerships no value is known. */
  unknown: texts,
  largest: rows({ words: text, names: texts, ...throughShape }),
}

/** Money by direction. */
export const moneyByWay = section({ hasMoney: flag, money: rows(oneWay) }, (scope: Scope) => {
  const tables = moneyTables(scope, scope.taking)
  return { hasMoney: tables.some((it) => it.isKnown), money: tables }
})

/** The headings of the directions of money, which are never added together. */
export const HEADINGS: Readonly<Record<Direction, string>> = {
  income: 'Money in',
  spend: 'Money out',
  pooled: 'Pooled',
  'not stated': 'Funding direction not recorded',
}

/** For each direction of money: how much is with each organisation, and with the largest together. */
export function moneyTables(
  { families, register }: Pick<Scope, 'families' | 'register'>,
  carriers: readonly Carrier[],
) {
  const roots = families.map((it) => it.root)
  return totalsByDirection('the yearly values of partnerships that have not ended, without parts', roots, register).map(
    ({ direction, total }) => {
      const same = families.filter((it) => directionOf(it.root) === direction)
      const isIn = (some: readonly Family[]) => (it: Carrier) => it.stakes.some(({ family }) => some.includes(family))
      const known = same.filter(({ root }) => yearlyValue(register, root) !== undefined)
      const through = (it: Carrier): Row => rowOf(it, same, direction, register)
      const named = carriers.filter(isIn(known)).map(through)
      const unnamed = unnamedCarriers({ families, register }).filter(isIn(known)).map(through)
      const all = [...named, ...unnamed].sort(inOrder)
      const nameOf = (carrier: Carrier) => ({
        name: carrier.name,
        of: named.some((it) => it.carrier === carrier) ? [] : namesIn(carrier, same),
      })
      return {
        direction: HEADINGS[direction],
        partnerships: countPartnerships(
          `partnerships with money in this direction: ${describeDirection(direction)}`,
          same.map((it) => it.root),
        ),
        isKnown: isAnyKnown(total),
        total,
        meanings: meanings(register, same),
        list: all.flatMap(({ carrier, ...amounts }) =>
          amounts.value === undefined ? [] : [{ ...nameOf(carrier), ...amounts, counted: countedOf(carrier, known) }],
        ),
        withoutShare: all.flatMap(({ carrier, value, unrecorded, left }) =>
          value === undefined && unrecorded ? [{ ...nameOf(carrier), unrecorded, left }] : [],
        ),
        unknown: carriers.filter((it) => isIn(same)(it) && !isIn(known)(it)).map((it) => it.name),
        largest: largestOf(named.filter((it) => it.value !== undefined).sort(inOrder), same, direction, register),
      }
    },
  )
}

type Row = Through & { readonly carrier: Carrier }

const rowOf = (carrier: Carrier, same: readonly Family[], direction: Direction, register: Register): Row => ({
  carrier,
  ...moneyThrough(`${carrier.name}, ${describeDirection(direction)}`, [carrier], same, register),
})

/** By the largest possible amount, then the largest certain one, then by name; what is not recorded comes last. */
const inOrder = (a: Row, b: Row) => bySize(a, b) || by<Row>((it) => it.carrier.name)(a, b)

function bySize(a: Row, b: Row): number {
  if (!a.value || !b.value) return Number(!a.value) - Number(!b.value)
  const [most, other] = [a.value, b.value].map((it) => it.atMost?.pence ?? Infinity) as [number, number]
  return (most === other ? 0 : other - most) || b.value.atLeast.pence - a.value.atLeast.pence
}

/** The amounts of the few largest together, where these can be determined. */
const largestOf = (ranked: readonly Row[], same: readonly Family[], direction: Direction, register: Register) =>
  firstOf(ranked, [3, 5], bySize).map(({ words, some }) => ({
    words,
    names: some.map((it) => it.carrier.name),
    ...moneyThrough(
      `the ${words} largest, ${describeDirection(direction)}`,
      some.map((it) => it.carrier),
      same,
      register,
    ),
  }))

const namesIn = ({ stakes }: Carrier, same: readonly Family[]): string[] =>
  stakes.filter((it) => same.includes(it.family)).map((it) => it.family.root.name)

/** What values are, where their keepers say so, and larger sums besides them. */
const meanings = (register: Register, same: readonly Family[]) =>
  same.flatMap(({ root }) => {
    const title = root.value?.title
    const beside = passingSum(register, root)
    return title === undefined && beside === undefined ? [] : [{ name: root.name, title, beside }]
  })

/** For how many of its partnerships all of the value counts, its share, or a part. */
function countedOf({ name, stakes }: Carrier, families: readonly Family[]) {
  return grouped(
    stakes.filter((it) => families.includes(it.family)),
    (it) => it.how,
  ).map((same) => ({
    how: same[0]!.how,
    count: countStakes(`partnerships by what counts for ${name}: ${same[0]!.how}`, same),
  }))
}

/**
 * The first few of a list, where there are more of them; in words how many. Where the last of them is equal to the next,
 * there are no such few: which they are would depend on their names.
 */
export const firstOf = <T>(
  all: readonly T[],
  sizes: readonly (keyof typeof WORDS)[],
  compare: (a: T, b: T) => number,
) =>
  sizes
    .filter((size) => size < all.length && compare(all[size - 1]!, all[size]!) !== 0)
    .map((size) => ({ words: WORDS[size], some: all.slice(0, size) }))

const WORDS = { 1: 'one', 3: 'three', 5: 'five' } as const
