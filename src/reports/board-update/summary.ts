import type { CountFigure } from '../../figures/figure.js'
import { totalsByDirection } from '../../figures/totals.js'
import { isOneOff } from '../../figures/yearly.js'
import { sayMoney } from '../../model/money.js'
import type { Partnership } from '../../model/partnership.js'
import { countPartnerships, said } from '../say.js'
import type { Scope } from './scope.js'
import { valueDoubts } from '../gaps.js'
import type { Section } from './view.js'

/** How many partnerships there are, what they are worth, and what is not known of them. */
export function summary(
  scope: Scope,
): Section<'held' | 'parts' | 'known' | 'knownSince' | 'totals' | 'threshold' | 'over' | 'oneOff' | 'gaps'> {
  const { register, running, top, currency, threshold } = scope
  const { known } = register.settings
  return {
    held: countPartnerships('partnerships that have not ended, without the parts of others', top),
    parts: countPartnerships(
      'parts of other partnerships',
      running.filter((it) => !top.includes(it)),
    ),
    known: known?.partnerships ?? null,
    knownSince: said(known?.found),
    totals: totalsByDirection('the yearly values of partnerships that have not ended, without parts', top, currency),
    threshold: sayMoney(threshold, currency),
    over: overThreshold(scope),
    oneOff: countPartnerships('partnerships with a value that comes only once', top.filter(isOneOff)),
    gaps: gaps(scope),
  }
}

function overThreshold({ over, currency, threshold }: Scope): Section<'over'>['over'] {
  return {
    // a sentence of the 2019 paper says five and lists six: count the entries, never the sentence
    count: countPartnerships(
      `partnerships worth ${sayMoney(threshold, currency)} a year or more, “up to” at its ceiling`,
      over.map((it) => it.partnership),
    ),
    list: over.map(({ partnership, value }) => ({
      name: partnership.name,
      value,
      doubts: valueDoubts(partnership).join(' ') || null,
    })),
  }
}

/** What is not known of how many: a gap is counted, never taken for nothing. */
function gaps({ policy, top }: Scope): { what: string; count: CountFigure }[] {
  const missing: [string, (it: Partnership) => boolean][] = [
    ['its value', (it) => policy.facts(it)['annual-value'] === undefined],
    ['which way its money goes', (it) => it.value !== undefined && it.value.direction === undefined],
    ['its kind', (it) => it.kind === undefined],
    ['how it was procured', (it) => it.procurement === undefined],
    ['whether personal data pass', (it) => policy.facts(it).data === undefined],
    ['who leads it', (it) => it.lead === undefined],
    ['which executive answers for it', (it) => it.sponsor === undefined],
  ]
  return missing
    .map(([what, isMissing]) => ({
      what,
      count: countPartnerships(`partnerships of which it is not known: ${what}`, top.filter(isMissing)),
    }))
    .filter((it) => it.count.count > 0)
}
