import type { CountFigure } from '../../figures/figure.js'
import { moneyTables } from '../concentration/money.js'
import { scopeOf as moneyScopeOf } from '../concentration/scope.js'
import { directionOf, isAnyKnown, totalFigure, totalsByDirection, type Direction } from '../../figures/totals.js'
import { isOneOff, yearlyValue } from '../../figures/yearly.js'
import { formatMoney } from '../../model/money.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { hasNoMoney } from '../../policy/facts.js'
import { proposalsOf } from '../proposals.js'
import { countPartnerships, formatOptionalDay } from '../phrases.js'
import { MILLION, worthAtLeast, type Scope } from './scope.js'
import { valueDoubts } from '../gaps.js'
import { passingSum, valueTitle } from '../value-meaning.js'
import type { Section } from './view.js'

/** How many partnerships there are, what they are worth, and what is not known of them. */
export function summary(
  scope: Scope,
): Section<
  | 'held'
  | 'proposals'
  | 'ofEnded'
  | 'parts'
  | 'known'
  | 'knownSince'
  | Money
  | 'value-over-1m'
  | 'threshold'
  | 'over'
  | 'oneOff'
  | 'perhapsLess'
  | 'gaps'
> {
  const { register, running, wholes, top, over, ofEnded, currency, threshold } = scope
  const { known } = register.settings
  return {
    held: countPartnerships('partnerships that are agreed and have not ended, without the parts of others', top),
    proposals: proposalsOf(register),
    ofEnded: countPartnerships('partnerships counted here that are parts of partnerships that have ended', ofEnded),
    parts: countPartnerships(
      'parts of other partnerships',
      running.filter((it) => !wholes.includes(it)),
    ),
    known: known?.partnerships ?? null,
    knownSince: formatOptionalDay(known?.found),
    ...money(scope),
    'value-over-1m': countPartnerships(
      `partnerships worth ${formatMoney(MILLION, currency)} a year or more, “up to” at its ceiling`,
      worthAtLeast(register, top, MILLION).map((it) => it.partnership),
    ),
    threshold: formatMoney(threshold, currency),
    over: overThreshold(scope),
    oneOff: countPartnerships('partnerships with a value that comes only once', top.filter(isOneOff)),
    perhapsLess: countPartnerships(
      'partnerships over the threshold whose value is perhaps less, as only an upper end of it is known',
      over.filter((it) => it.value.atLeast.pence < threshold).map((it) => it.partnership),
    ),
    gaps: gaps(scope),
  }
}

type Money = 'totals' | 'hasValues' | 'unvalued' | 'hasWays' | 'unnamed'

/** What the partnerships are worth by which way the money goes, and what of it runs through nobody who is named. */
function money(scope: Scope): Section<Money> {
  const { register, top, over } = scope
  const how = 'the yearly values of partnerships that have not ended, without parts'
  const yearly = top.filter((it) => !isOneOff(it))
  const totals = totalsByDirection(how, top, register)
    .map(({ direction, total }) => ({
      direction,
      isKnown: isAnyKnown(total),
      partnerships: countPartnerships(
        `partnerships of which money goes this way, not only once: ${direction}`,
        yearly.filter((it) => directionOf(it) === direction),
      ),
      total,
      doubted: doubted(over, direction, register),
    }))
    .filter((it) => it.partnerships.count > 0)
  return {
    totals,
    hasValues: totals.some((it) => it.isKnown),
    unvalued: countPartnerships(
      'partnerships of which no yearly value is known',
      yearly.filter((it) => !hasNoMoney(it) && yearlyValue(register, it) === undefined),
    ),
    hasWays: totals.some((it) => it.direction !== 'not stated'),
    // without named organisations the tables hold what runs through the others
    unnamed: moneyTables(moneyScopeOf(scope), []).flatMap(({ list }) =>
      list.map(({ name, of, value, unrecorded, left, share }) => ({ name, of, value, unrecorded, left, share })),
    ),
  }
}

/** What of a total is in doubt, by the table of the largest; null where nothing is. */
function doubted(
  over: Scope['over'],
  direction: Direction,
  register: Register,
): Section<'totals'>['totals'][number]['doubted'] {
  const all = over
    .map((it) => it.partnership)
    .filter((it) => directionOf(it) === direction && valueDoubts(it).length > 0)
  if (all.length === 0) return null
  return {
    names: all.map((it) => it.name),
    sum: totalFigure('the yearly values of which something is in doubt', all, register),
  }
}

function overThreshold({ register, over, currency, threshold }: Scope): Section<'over'>['over'] {
  return {
    // a sentence of the 2019 paper says five and lists six: count the entries, never the sentence
    count: countPartnerships(
      `partnerships worth ${formatMoney(threshold, currency)} a year or more, “up to” at its ceiling`,
      over.map((it) => it.partnership),
    ),
    list: over.map(({ partnership, value }) => ({
      name: partnership.name,
      value,
      title: valueTitle(partnership),
      beside: passingSum(register, partnership),
      doubts: valueDoubts(partnership).join(' ') || null,
    })),
  }
}

/** What is not known of how many: a gap is counted, never taken for nothing. */
function gaps({ policy, top }: Scope): { what: string; count: CountFigure }[] {
  const missing: [string, (it: Partnership) => boolean][] = [
    ['its value', (it) => it.value === undefined && policy.facts(it)['annual-value'] === undefined],
    ['which way its money goes', (it) => it.value !== undefined && directionOf(it) === 'not stated'],
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
