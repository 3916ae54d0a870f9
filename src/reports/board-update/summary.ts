import { directionOf } from '../../figures/totals.js'
import { isOneOff } from '../../figures/yearly.js'
import { formatMoney } from '../../model/money.js'
import type { Partnership } from '../../model/partnership.js'
import { grouped } from '../../model/order.js'
import { section } from '../define-paper.js'
import { valueDoubts } from '../rows/gaps.js'
import { countGaps, countPartnerships, formatOptionalDay } from '../phrases.js'
import { proposals, proposalsOf } from '../rows/proposals.js'
import { namedSum, passingSum } from '../rows/sums.js'
import { count, countedRows, group, maybe, money, rows, text, texts } from '../view-parts.js'
import { MILLION, worthAtLeast, type Scope } from './scope.js'

/** How many partnerships there are. */
export const extent = section(
  {
    /** Top-level partnerships and their parts. */
    held: count,
    parts: count,
    known: maybe,
    knownSince: maybe,
  },
  ({ register, running, wholes, top }: Scope) => {
    const { known } = register.settings
    return {
      held: countPartnerships('partnerships that are agreed and have not ended, without the parts of others', top),
      parts: countPartnerships('parts of other partnerships', running, (it) => !wholes.includes(it)),
      known: known?.partnerships,
      knownSince: formatOptionalDay(known?.found),
    }
  },
)

const shape = {
  /** Partnerships worth a million a year or more, whatever the threshold of the paper is. */
  'value-over-1m': count,
  threshold: text,
  over: group({
    count,
    /** Those that are worth it for certain. */
    sure: count,
    list: countedRows('over.count', {
      name: text,
      value: money,
      /** What the value is, where that does not go without saying, and a larger sum that passes beside it. */
      title: maybe,
      beside: namedSum.nullable(),
      doubts: maybe,
    }),
  }),
  /** What is in doubt about the values of these, with all of which the same is said. */
  doubtful: rows({ of: texts, doubts: text }),
  oneOff: count,
  /** Those over the threshold whose value is perhaps less: only its upper end is known. */
  perhapsLess: count,
  /** Those that are only proposed, in no count or total; those counted that are parts of partnerships that have ended. */
  proposals,
  ofEnded: count,
  gaps: rows({ what: text, count }),
}

/** The largest partnerships, and what is not known of how many. */
export const summary = section(shape, (scope: Scope) => {
  const { register, top, over, ofEnded, currency, threshold } = scope
  return {
    proposals: proposalsOf(register),
    ofEnded: countPartnerships('partnerships counted here that are parts of partnerships that have ended', ofEnded),
    'value-over-1m': countPartnerships(
      `partnerships worth ${formatMoney(MILLION, currency)} a year or more, “up to” at its ceiling`,
      worthAtLeast(register, top, MILLION).map((it) => it.partnership),
    ),
    threshold: formatMoney(threshold, currency),
    over: overThreshold(scope),
    doubtful: doubtful(over),
    oneOff: countPartnerships('partnerships with a value that comes only once', top, isOneOff),
    perhapsLess: countPartnerships(
      'partnerships over the threshold whose value is perhaps less, as only an upper end of it is known',
      over.filter((it) => it.value.atLeast.pence < threshold).map((it) => it.partnership),
    ),
    gaps: gaps(scope),
  }
})

function overThreshold({ register, over, currency, threshold }: Scope) {
  const sure = over.filter((it) => it.value.atLeast.pence >= threshold)
  return {
    sure: countPartnerships(
      `partnerships certainly worth ${formatMoney(threshold, currency)} a year or more`,
      sure.map((it) => it.partnership),
    ),
    // a sentence of the 2019 paper says five and lists six: count the entries, never the sentence
    count: countPartnerships(
      `partnerships worth ${formatMoney(threshold, currency)} a year or more, “up to” at its ceiling`,
      over.map((it) => it.partnership),
    ),
    list: over.map(({ partnership, value }) => ({
      name: partnership.name,
      value,
      title: partnership.value?.title,
      beside: passingSum(register, partnership),
      doubts: valueDoubts(partnership).join(' ') || undefined,
    })),
  }
}

const doubtful = (over: Scope['over']) =>
  grouped(
    over.map(({ partnership }) => ({ name: partnership.name, doubts: valueDoubts(partnership).join(' ') })),
    (it) => it.doubts,
  ).flatMap((same) => {
    const { doubts } = same[0]!
    return doubts === '' ? [] : [{ of: same.map((it) => it.name), doubts }]
  })

/** For how many partnerships each fact is not known: a gap is counted, never taken as zero. */
const gaps = ({ policy, top }: Scope) =>
  countGaps<Partnership>(
    (what, isMissing) => countPartnerships(`partnerships for which it is not recorded: ${what}`, top, isMissing),
    {
      value: (it) => it.value === undefined && policy.facts(it)['annual-value'] === undefined,
      'funding direction': (it) => it.value !== undefined && directionOf(it) === 'not stated',
      kind: (it) => it.kind === undefined,
      procurement: (it) => it.procurement === undefined,
      'personal data': (it) => policy.facts(it).data === undefined,
      'importance for the objectives': (it) => policy.facts(it).importance === undefined,
      lead: (it) => it.lead === undefined,
      'executive sponsor': (it) => it.sponsor === undefined,
    },
  )
