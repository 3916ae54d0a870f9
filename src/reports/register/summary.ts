import { countFigure, type CountFigure } from '../../figures/figure.js'
import { totalsByDirection } from '../../figures/totals.js'
import { amountFigure, isOneOff, yearlyValue } from '../../figures/yearly.js'
import { leadOf } from '../../duties/lead.js'
import { at } from '../../model/place.js'
import { isPart } from '../../model/wholes.js'
import { inWords } from '../../model/words.js'
import { countPartnerships, said } from '../say.js'
import { gapCounts } from './gaps.js'
import type { Numbered, Scope } from './scope.js'
import type { Section } from './view.js'

/** How much the extract holds and what it leaves out, and its index. */
export function summary(
  scope: Scope,
): Section<
  | 'held'
  | 'ended'
  | 'parts'
  | 'known'
  | 'knownSince'
  | 'confidential'
  | 'confidentialOrganisations'
  | 'totals'
  | 'gaps'
  | 'index'
> {
  const { shown, register, currency } = scope
  const { known } = register.settings
  const all = shown.map((it) => it.partnership)
  const running = all.filter((it) => it.status !== 'ended' && !isPart(register, it))
  const ended = shown
    .filter((it) => it.whole === undefined && !running.includes(it.partnership))
    .map((it) => it.partnership)
  return {
    held: countPartnerships('partnerships in this extract that have not ended, without parts', running),
    ended: countPartnerships('partnerships in this extract that have ended, without parts', ended),
    parts: countPartnerships(
      'parts of other partnerships in this extract',
      all.filter((it) => !running.includes(it) && !ended.includes(it)),
    ),
    known: known?.partnerships ?? null,
    knownSince: said(known?.found),
    confidential: unnamed(scope, 'confidential partnerships with their parts, left out', 'partnership', scope.hidden),
    confidentialOrganisations: unnamed(
      scope,
      'organisations that take part in confidential partnerships only, left out',
      'organisation',
      scope.hiddenOrganisations,
    ),
    totals: totalsByDirection(
      'the yearly values of partnerships in this extract that have not ended, without parts',
      running,
      currency,
    ),
    gaps: gapCounts(running),
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
  { register, policy, currency }: Scope,
  { number, partnership, whole }: Numbered,
): Section<'index'>['index'][number] {
  const { name, status, kind, value } = partnership
  const source = { name, at: at(partnership, 'value') }
  return {
    number,
    name,
    partOf: whole?.name ?? null,
    status: inWords(status),
    kind: kind === undefined ? null : inWords(kind),
    tier: isPart(register, partnership) ? null : policy.tier(partnership).id,
    lead: leadOf(register, partnership) ?? null,
    value: yearlyValue(partnership, currency) ?? null,
    once: value !== undefined && isOneOff(partnership) ? amountFigure(value, currency, source) : null,
  }
}
