import { amountFigure } from '../../figures/yearly.js'
import { PER, type Pence } from '../../model/money.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { schemaAt } from '../../model/schema-walk.js'
import { joined, phrasesOf } from '../rows/stated.js'
import type { Scope } from './scope.js'

/** Fields that the figure of a sum covers. */
const SUM = ['amount', 'at-least', 'per', 'basis']

/** The value, other sums, and partners with what they pay: money as recorded, in no total here. */
export function moneyOf(scope: Scope, partnership: Partnership) {
  const { register } = scope
  const { name, value, amounts, partners } = partnership
  const phrases = (path: readonly (string | number)[], item: object, except: readonly string[]) =>
    joined(...phrasesOf(schemaAt(partnershipSchema, path)!, item, scope.reader(partnership), except))
  const paid = (amount: Pence | undefined, of: string, ...path: (string | number)[]) =>
    amount === undefined ? undefined : amountFigure({ amount }, register, { name: of, at: at(partnership, ...path) })
  return {
    value: value && {
      sum: amountFigure(value, register, { name, at: at(partnership, 'value', 'amount') }),
      per: value.per && PER[value.per],
      text: phrases(['value'], value, [...SUM, 'ours']),
      ours: paid(value.ours, name, 'value', 'ours'),
    },
    amounts: amounts.map((it, index) => ({
      title: it.title,
      sum: amountFigure(it, register, { name: `${name}: ${it.title}`, at: at(partnership, 'amounts', index) }),
      per: it.per && PER[it.per],
      text: phrases(['amounts', 0], it, [...SUM, 'title']),
    })),
    partners: partners.map((it, index) => {
      const { organisation, group = 'not named', count } = it
      const called = organisation === undefined ? group : scope.named(organisation)
      return {
        name: count === undefined ? called : `${count} ${called}`,
        text: phrases(['partners', 0], it, ['organisation', 'group', 'count', 'pays']),
        pays: paid(it.pays, `${name}: ${called}`, 'partners', index, 'pays'),
      }
    }),
  }
}
