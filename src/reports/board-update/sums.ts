import { amountFigure, isOneOff } from '../../figures/yearly.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { nameOf } from '../say.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

type Sum = Section<'sums'>['sums'][number]

/** Sums that are in no yearly figure: one-off values, and what the register holds of money beside the values. */
export function sums({ register, running, currency }: Scope): Sum[] {
  return running.flatMap((partnership) => [
    ...oneOffValue(partnership, currency),
    ...partnership.amounts.map((amount, index): Sum => {
      const source = { name: `${partnership.name}: ${amount.title}`, at: at(partnership, 'amounts', index) }
      return {
        name: partnership.name,
        title: amount.title,
        sum: amountFigure(amount, currency, source),
        per: amount.per === undefined ? null : PER[amount.per],
        from: amount.from === undefined ? null : nameOf(register, amount.from),
        for: amount.for ?? null,
      }
    }),
  ])
}

const PER = { year: 'a year', total: 'in total', once: 'once' } as const

function oneOffValue(partnership: Partnership, currency: string): Sum[] {
  const { name, value } = partnership
  if (value === undefined || !isOneOff(partnership)) return []
  const sum = amountFigure(value, currency, { name, at: at(partnership, 'value') })
  return [{ name, title: 'Value of the partnership', sum, per: PER.once, from: null, for: null }]
}
