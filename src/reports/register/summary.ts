import { countFigure, type CountFigure } from '../../figures/figure.js'
import { totalsByDirection } from '../../figures/totals.js'
import { amountFigure, isOneOff, yearlyValue } from '../../figures/yearly.js'
import { leadOf } from '../../duties/lead.js'
import { at } from '../../model/place.js'
import type { Partnership } from '../../model/partnership.js'
import { hasParent, runningPartnerships } from '../../model/hierarchy.js'
import { hasNoMoney } from '../../policy/facts.js'
import { proposalsOf } from '../rows/proposals.js'
import { inWords } from '../../model/words.js'
import { countPartnerships, formatOptionalDay } from '../phrases.js'
import { gapCounts } from './gaps.js'
import type { Numbered, Scope } from './scope.js'
import type { RegisterView } from './view.js'

/** How much the extract holds and what it leaves out, and its index. */
export function summary(scope: Scope) {
  const { shown, register } = scope
  const { known } = register.settings
  const all = new Set(shown.map((it) => it.partnership))
  const running = runningPartnerships(register)
  const shownOf = (some: readonly Partnership[]) => some.filter((it) => all.has(it))
  const held = shownOf(running.held)
  return {
    held: countPartnerships('partnerships in this extract that are agreed and have not ended, without parts', held),
    proposals: proposalsOf(register, (it) => all.has(it)),
    ofEnded: countPartnerships(
      'partnerships counted here that are parts of partnerships that have ended',
      shownOf(running.ofEnded),
    ),
    ended: countPartnerships('partnerships in this extract that have ended', shownOf(running.ended)),
    parts: countPartnerships('parts of other partnerships in this extract', shownOf(running.parts)),
    known: known?.partnerships ?? null,
    knownSince: formatOptionalDay(known?.found),
    confidential: unnamed(scope, 'confidential partnerships with their parts, left out', 'partnership', scope.hidden),
    confidentialOrganisations: unnamed(
      scope,
      'organisations that take part in confidential partnerships only, left out',
      'organisation',
      scope.hiddenOrganisations,
    ),
    totals: totalsByDirection(
      'the yearly values of partnerships in this extract that have not ended, without parts',
      held,
      register,
    ),
    gaps: gapCounts(register, held),
    index: shown.map((it) => indexRow(scope, it)),
  }
}

/** A count of what must not be named: its trace gives no name and no file of its own. */
const unnamed = ({ register }: Scope, how: string, noun: string, all: readonly unknown[]): CountFigure =>
  countFigure(
    how,
    all.map(() => ({ name: `a ${noun} that is not named here`, at: at(register.settings, 'organisation') })),
  )

function indexRow(
  { register, policy }: Scope,
  { number, partnership, whole }: Numbered,
): RegisterView['index'][number] {
  const { name, status, kind, value } = partnership
  const source = { name, at: at(partnership, 'value') }
  return {
    number,
    name,
    partOf: whole?.name ?? null,
    status: inWords(status),
    kind: kind === undefined ? null : inWords(kind),
    tier: hasParent(register, partnership) ? null : policy.tier(partnership).id,
    lead: leadOf(register, partnership) ?? null,
    value: yearlyValue(register, partnership) ?? null,
    hasNoMoney: hasNoMoney(partnership),
    once: value !== undefined && isOneOff(partnership) ? amountFigure(value, register, source) : null,
  }
}
