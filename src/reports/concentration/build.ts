import { countFigure } from '../../figures/figure.js'
import { sourceOf } from '../../figures/yearly.js'
import { formatDay } from '../../model/day.js'
import { grouped } from '../../model/order.js'
import { at } from '../../model/place.js'
import type { PaperInput } from '../paper.js'
import { proposalsOf } from '../proposals.js'
import { countPartnerships, nameOf } from '../phrases.js'
import { dependence } from './dependence.js'
import { loads } from './loads.js'
import { firstOf, moneyTables } from './money.js'
import { organisationRows, takingPart, type Taking } from './organisations.js'
import { scopeOf, type Scope } from './scope.js'
import type { ConcentrationView, Section } from './view.js'

/** The view of the concentration paper, section by section in its order. */
export function buildConcentration(input: PaperInput): { view: ConcentrationView; narrative: Record<string, string> } {
  const scope = scopeOf(input)
  const taking = takingPart(scope)
  const money = moneyTables(scope, taking)
  const { register } = input
  const view: ConcentrationView = {
    organisation: nameOf(register, register.settings.organisation),
    asOf: formatDay(input.asOf),
    partnerships: countPartnerships(
      'partnerships that are agreed and have not ended, without the parts of others',
      scope.families.map((it) => it.root),
    ),
    proposals: proposalsOf(register),
    taking: countFigure(
      'organisations, our own left out, that take part in a partnership that has not ended',
      taking.map(({ name, organisation }) => ({ name, at: at(organisation, 'name') })),
    ),
    organisations: organisationRows(scope, taking),
    ...mostOf(scope, taking),
    hasMoney: money.some((it) => it.isKnown),
    money,
    ...dependence(scope, taking),
    ...loads(scope),
    provenance: input.provenance,
  }
  return { view, narrative: {} }
}

/** In how many partnerships at least one of the first few organisations is; of the others, how many are in as many. */
function mostOf({ families }: Scope, taking: readonly Taking[]): Section<'most' | 'equals'> {
  const first = firstOf(taking, [1, 3, 5], (a, b) => b.stakes.length - a.stakes.length)
  const most = first.map(({ words, some }) => ({
    words,
    names: some.map((it) => it.name),
    count: countFigure(
      `partnerships in which at least one of the first ${words} takes part`,
      families
        .filter((family) => some.some((it) => it.stakes.some((stake) => stake.family === family)))
        .map((it) => sourceOf(it.root)),
    ),
  }))
  return { most, equals: equalsOf(taking.slice(first.at(-1)?.some.length ?? 0)) }
}

/** How many organisations there are that take part in one number of partnerships, where there are several. */
const equalsOf = (others: readonly Taking[]): Section<'equals'>['equals'] =>
  grouped(others, (it) => String(it.stakes.length)).map((same) => {
    const { length } = same[0]!.stakes
    return {
      organisations: countFigure(
        `organisations that take part in as many partnerships: ${length}`,
        same.map(({ name, organisation }) => ({ name, at: at(organisation, 'name') })),
      ),
      in: `${length === 1 ? 'one partnership' : `${length} partnerships`}${same.length === 1 ? '' : ' each'}`,
    }
  })
