import { counter } from '../../figures/figure.js'
import { sourceOf } from '../../figures/yearly.js'
import { grouped } from '../../model/order.js'
import { at } from '../../model/place.js'
import { section } from '../define-paper.js'
import { proposals, proposalsOf } from '../rows/proposals.js'
import { count, rows, text, texts } from '../view-parts.js'
import { firstOf } from './money.js'
import type { Family } from './families.js'
import type { Scope } from './scope.js'
import type { Taking } from './taking.js'

const countFamilies = counter<Family>((it) => sourceOf(it.root))
const countTaking = counter<Taking>(({ name, organisation }) => ({ name, at: at(organisation, 'name') }))

/** Partnerships that are agreed and have not ended, without parts; organisations that take part in one of them. */
export const extent = section(
  { partnerships: count, proposals, taking: count },
  ({ register, families, taking }: Scope) => ({
    partnerships: countFamilies(
      'partnerships that are agreed and have not ended, without the parts of others',
      families,
    ),
    proposals: proposalsOf(register),
    taking: countTaking('organisations, our own left out, that take part in a partnership that has not ended', taking),
  }),
)

const mostShape = {
  /** In how many partnerships at least one of the first one, three and five is. */
  most: rows({ words: text, names: texts, count }),
  /** How many of the others are in as many partnerships: to choose some of them would be chance. */
  equals: rows({ organisations: count, in: text }),
}

/** In how many partnerships at least one of the first few organisations is; of the others, how many are in as many. */
export const most = section(mostShape, ({ families, taking }: Scope) => {
  const first = firstOf(taking, [1, 3, 5], (a, b) => b.stakes.length - a.stakes.length)
  const together = first.map(({ words, some }) => ({
    words,
    names: some.map((it) => it.name),
    count: countFamilies(`partnerships in which at least one of the first ${words} takes part`, families, (family) =>
      some.some((it) => it.stakes.some((stake) => stake.family === family)),
    ),
  }))
  return { most: together, equals: equalsOf(taking.slice(first.at(-1)?.some.length ?? 0)) }
})

/** How many organisations there are that take part in one number of partnerships, where there are several. */
const equalsOf = (others: readonly Taking[]) =>
  grouped(others, (it) => String(it.stakes.length)).map((same) => {
    const { length } = same[0]!.stakes
    return {
      organisations: countTaking(`organisations that take part in as many partnerships: ${length}`, same),
      in: `${length === 1 ? 'one partnership' : `${length} partnerships`}${same.length === 1 ? '' : ' each'}`,
    }
  })
