import { countFigure } from '../../figures/figure.js'
import { totalsByDirection } from '../../figures/totals.js'
import { amountFigure, isOneOff, yearlyValue } from '../../figures/yearly.js'
import { at } from '../../model/place.js'
import type { Partnership } from '../../model/partnership.js'
import { hasParent, runningPartnerships, leadOf } from '../../model/hierarchy.js'
import { hasNoMoney } from '../../policy/facts.js'
import { section } from '../define-paper.js'
import { proposals, proposalsOf, totals } from '../rows/proposals.js'
import { signaturesOf, signaturesView } from '../rows/signatures.js'
import { inWords } from '../../model/words.js'
import { countPartnerships, formatOptionalDay } from '../phrases.js'
import { gapCounts } from './gaps.js'
import type { Numbered, Scope } from './scope.js'
import { count, each, flag, maybe, money, rows, text } from '../view-parts.js'

const shape = {
  /** The name of the register. */
  register: maybe,
  /** Partnerships that are agreed and have not ended, without parts; those that have; parts. None is confidential. */
  held: count,
  proposals,
  /** Those counted that are parts of partnerships that have ended. */
  ofEnded: count,
  ended: count,
  parts: count,
  known: maybe,
  knownSince: maybe,
  confidential: count,
  confidentialOrganisations: count,
  totals,
  /** How many partners and partnerships have signed the partnership standard. */
  signatures: signaturesView,
  gaps: rows({ what: text, count }),
  /** One row for each partnership and part, in the order of the sections. */
  index: rows({
    number: text,
    name: text,
    partOf: maybe,
    status: text,
    ...each(maybe, 'kind', 'tier', 'lead'),
    value: money.nullable(),
    /** Is none stated, and does its kind say that no money passes? */
    hasNoMoney: flag,
    /** A sum that comes once, where the value is one. */
    once: money.nullable(),
  }),
}

/** How much the extract holds and what it leaves out, and its index. */
export const summary = section(shape, (scope: Scope) => {
  const { shown, register } = scope
  const { known } = register.settings
  const all = new Set(shown.map((it) => it.partnership))
  const running = runningPartnerships(register)
  const shownOf = (some: readonly Partnership[]) => some.filter((it) => all.has(it))
  const held = shownOf(running.held)
  return {
    register: register.settings.name,
    held: countPartnerships('partnerships in this extract that are agreed and have not ended, without parts', held),
    proposals: proposalsOf(register, (it) => all.has(it)),
    ofEnded: countPartnerships(
      'partnerships counted here that are parts of partnerships that have ended',
      shownOf(running.ofEnded),
    ),
    ended: countPartnerships('partnerships in this extract that have ended', shownOf(running.ended)),
    parts: countPartnerships('parts of other partnerships in this extract', shownOf(running.parts)),
    known: known?.partnerships,
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
    signatures: signaturesOf(scope, held, shownOf(running.all)),
    gaps: gapCounts(register, held),
    index: shown.map((it) => indexRow(scope, it)),
  }
})

/** A count of what must not be named: its trace gives neither name nor file. */
const unnamed = ({ register }: Scope, how: string, noun: string, all: readonly unknown[]) =>
  countFigure(
    how,
    all.map(() => ({ name: `a ${noun} that is not named here`, at: at(register.settings, 'organisation') })),
  )

function indexRow({ register, policy }: Scope, { number, partnership, whole }: Numbered) {
  const { name, status, kind, value } = partnership
  const source = { name, at: at(partnership, 'value') }
  return {
    number,
    name,
    partOf: whole?.name,
    status: inWords(status),
    kind: kind && inWords(kind),
    tier: hasParent(register, partnership) ? null : policy.tier(partnership).id,
    lead: leadOf(register, partnership),
    value: yearlyValue(register, partnership),
    hasNoMoney: hasNoMoney(partnership),
    once: value && isOneOff(partnership) ? amountFigure(value, register, source) : null,
  }
}
