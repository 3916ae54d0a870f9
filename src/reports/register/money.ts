import { formatShare } from '../../figures/shares.js'
import { amountFigure } from '../../figures/yearly.js'
import type { MoneyFigure } from '../../figures/figure.js'
import { PER } from '../../model/money.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { inWords } from '../../model/words.js'
import { formatOptionalDay, withoutStop } from '../phrases.js'
import { joined, onDay, labelled } from './line.js'
import type { Scope } from './scope.js'
import type { Row } from './view.js'

const DIRECTIONS = { income: 'income', spend: 'spend', pooled: 'pooled' } as const

/** The value, other sums, and who takes part with what it pays: money as it stands, in no total here. */
export function moneyOf(scope: Scope, partnership: Partnership): Pick<Row, 'value' | 'amounts' | 'partners'> {
  return {
    value: valueOf(scope, partnership),
    amounts: partnership.amounts.map((it, index) => ({
      title: it.title,
      sum: amountFigure(it, scope.register, {
        name: `${partnership.name}: ${it.title}`,
        at: at(partnership, 'amounts', index),
      }),
      per: it.per === undefined ? null : PER[it.per],
      text: joined(
        it.each === true ? 'each' : null,
        onDay('for', it.period),
        labelled('from', it.from && scope.named(it.from, partnership)),
        labelled('for:', it.for),
        quoted(it.stated),
      ),
    })),
    partners: partnersOf(scope, partnership),
  }
}

function valueOf({ register }: Scope, partnership: Partnership): Row['value'] {
  const { value, name } = partnership
  if (value === undefined) return null
  const source = (key: string) => ({ name, at: at(partnership, 'value', key) })
  const ours = value.ours === undefined ? null : amountFigure({ amount: value.ours }, register, source('ours'))
  const sum: MoneyFigure = amountFigure(value, register, source('amount'))
  const direction = value.direction && DIRECTIONS[value.direction]
  const period = value.period === undefined ? null : `for ${formatOptionalDay(value.period)}`
  const per = value.per === undefined ? null : PER[value.per]
  return { sum, per, text: joined(value.title, direction, period, quoted(value.stated)), ours }
}

function partnersOf(scope: Scope, partnership: Partnership): Row['partners'] {
  return partnership.partners.map((it, index) => {
    const { organisation, group = 'not named', count } = it
    const name = organisation === undefined ? group : scope.named(organisation)
    const source = { name: `${partnership.name}: ${name}`, at: at(partnership, 'partners', index, 'pays') }
    return {
      name: count === undefined ? name : `${count} ${name}`,
      text: joined(
        it.roles.map(inWords).join(', '),
        labelled('share', it.share === undefined ? null : formatShare(it.share)),
        it.note,
      ),
      pays: it.pays === undefined ? null : amountFigure({ amount: it.pays }, scope.register, source),
    }
  })
}

/** The words of the paper that a sum was taken from. */
const quoted = (words: string | undefined) => (words === undefined ? null : `“${withoutStop(words)}”`)
