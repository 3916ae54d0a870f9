import { describeWhen, hasHappenedBy } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { inWords, capital, counted, shortText } from '../../model/words.js'
import { inBrief } from '../coming.js'
import {
  type Fact,
  isIn,
  type Pair,
  type PartnershipDescriber,
  type ChangeDescriber,
  type State,
  placesOf,
} from '../fact.js'
import { describeOther } from './other.js'
import { leadOf } from '../../model/hierarchy.js'
import { titleOf } from '../../model/role.js'
import { currencyAt } from '../../model/register-currency.js'
import { formatMoney } from '../../model/money.js'
import { lookUp } from '../../model/look-up.js'
import type { Organisation } from '../../model/organisation.js'
import type { FieldChange } from '../compare.js'
import { isNothing, isMap } from '../../model/same.js'
import { labelledPath, formatMoneyValue } from '../format-field.js'

/** The status of a partnership, together with the day of its end. */
export const status: PartnershipDescriber = {
  handles: isIn('status', 'end'),
  describe: (changes, pair) => {
    const moved = changes.some(({ keys }) => keys[0] === 'status')
    if (!moved) return changes.map((it) => describeOther(it, pair))
    const hasEnded = pair.now.status === 'ended'
    const rest = hasEnded ? [] : changes.filter(({ keys }) => keys[0] !== 'status')
    return [hasEnded ? ended(pair) : statusChange(pair), ...rest.map((it) => describeOther(it, pair))]
  },
}

const placesOfStatus = ({ earlier, now }: Pair) => ({ before: at(earlier, 'status'), after: at(now, 'status') })

function ended(pair: Pair<Partnership>): Fact {
  const { end } = pair.now
  const was = `it was ${inWords(pair.earlier.status)} (${inBrief(pair.earlier, pair.before)})`
  const isDated = end !== undefined && end !== 'none'
  const isAhead = isDated && !hasHappenedBy(end, pair.after.asOf)
  const dated = isDated ? describeWhen(end) : 'on a day that is not stated'
  const did = isAhead ? `is recorded as ended ${dated}, which is still to come` : `has ended ${dated}`
  return { kind: 'ended', weight: 'neutral', did: `${did}; ${was}`, ...placesOfStatus(pair) }
}

function statusChange(pair: Pair<Partnership>): Fact {
  const { earlier, now } = pair
  const again = earlier.status === 'ended' ? ', although it had ended' : `; it was ${inWords(earlier.status)}`
  const weight = earlier.status === 'ended' ? 'worse' : 'neutral'
  return { kind: 'status', weight, did: `is ${inWords(now.status)}${again}`, ...placesOfStatus(pair) }
}

/** A new, changed or removed lead or sponsor; an alias and a title of one role are the same. */
export const people: PartnershipDescriber = {
  handles: isIn('lead', 'sponsor'),
  describe: (changes, pair) => changes.flatMap(({ keys }) => describeRole(keys[0] as 'lead' | 'sponsor', pair)),
}

function describeRole(role: 'lead' | 'sponsor', { earlier, now, before, after }: Pair<Partnership>): Fact[] {
  const [from, to] = [titleOf(before.register, earlier[role]), titleOf(after.register, now[role])]
  if (from === to || titleOf(after.register, from) === to) return []
  const whole = role === 'lead' && to === undefined ? titleOf(after.register, leadOf(after.register, now)) : undefined
  const did =
    to === undefined
      ? `${whole === undefined ? 'is named no longer' : `is now that of its whole, ${whole}`}; it was ${from}`
      : from === undefined
        ? `is now ${to}; none was named`
        : `changed from ${from} to ${to}`
  return [
    {
      kind: 'people',
      weight: to === undefined && whole === undefined ? 'worse' : from === undefined ? 'better' : 'neutral',
      what: role === 'lead' ? 'Lead' : 'Sponsor',
      did,
      before: from === undefined ? undefined : at(earlier, role),
      after: to === undefined ? undefined : at(now, role),
    },
  ]
}

type Value = NonNullable<Partnership['value']>

/** The value, and by how much it rose or fell, where both sums are of one kind. */
export const value: PartnershipDescriber = {
  handles: ({ keys }) => keys[0] === 'value' && (keys.length === 1 || OF_THE_SUM.includes(keys[1]!)),
  describe: (_changes, pair) => {
    const { earlier, now } = pair
    return [
      {
        kind: 'value',
        weight: now.value === undefined ? 'worse' : 'neutral',
        what: 'Value',
        did: describeMove(earlier.value, now.value, pair),
        before: earlier.value && at(earlier, 'value'),
        after: now.value && at(now, 'value'),
      },
    ]
  },
}

const OF_THE_SUM = ['amount', 'at-least', 'per', 'basis', 'direction']

function describeMove(from: Value | undefined, to: Value | undefined, { before, after, earlier, now }: Pair): string {
  const currencies = [
    currencyAt(before.register, at(earlier, 'value')),
    currencyAt(after.register, at(now, 'value')),
  ] as const
  if (from === undefined) return `is now stated: ${formatMoneyValue(to!, currencies[1])}`
  if (to === undefined) return `is no longer stated; it was ${formatMoneyValue(from, currencies[0])}`
  const isSameWay = from.direction === to.direction || from.direction === undefined || to.direction === undefined
  const isOneKind = from.per === to.per && isSameWay && currencies[0] === currencies[1]
  const shared = from.direction === to.direction ? { direction: undefined } : {}
  const was = formatMoneyValue({ ...from, ...shared }, currencies[0])
  const is = formatMoneyValue({ ...to, ...shared }, currencies[1])
  if (!isOneKind || from.amount === to.amount) return `changed from ${was} to ${is}`
  const more = to.amount - from.amount
  const sum = `${more > 0 ? '+' : '-'}${formatMoney(Math.abs(more), currencies[1])}`
  const part = from.amount === 0 ? '' : `, ${to.amount === 0 ? '-100%' : formatPercent(more / from.amount)}`
  return `${more > 0 ? 'rose' : 'fell'} from ${was} to ${is} (${sum}${part})`
}

/** `+6%`, `-0.5%`: in whole per cent from ten upwards, in tenths below. */
function formatPercent(ratio: number): string {
  const percent = Math.abs(ratio) * 100
  if (ratio < 0 && percent > 99.5) return 'over -99%' // only a value of zero is a fall of 100%
  const text = percent >= 10 ? percent.toFixed(0) : percent < 0.1 ? 'under 0.1' : percent.toFixed(1).replace(/\.0$/, '')
  return `${ratio > 0 ? '+' : '-'}${text}%`
}

/** An organisation that became part of another one: status, successor and day are one fact. */
export const merged: ChangeDescriber<Organisation> = {
  handles: isIn('status', 'merged'),
  describe: (changes, pair) => {
    const { earlier, now, after } = pair
    if (now.merged === undefined || earlier.merged !== undefined) return changes.map((it) => describeOther(it, pair))
    return [mergerFact(now, now.merged, after)]
  },
}

/** That an organisation was, or is to be, merged into another one. */
export function mergerFact(it: Organisation, { into, on }: NonNullable<Organisation['merged']>, state: State): Fact {
  const name = lookUp(state.register).organisation.get(into)?.name ?? into
  const isAhead = on !== undefined && !hasHappenedBy(on, state.asOf)
  const did = `${isAhead ? 'is to be' : 'was'} merged into ${name}${on === undefined ? '' : ` ${describeWhen(on)}`}`
  return { kind: 'merged', weight: 'neutral', did, before: undefined, after: at(it, 'merged') }
}

/** What is listed as not known, and what no longer is. To list a blank field is honest, so it is not worse. */
export const unknown: ChangeDescriber = {
  handles: isIn('unknown'),
  describe: (changes, pair) => changes.flatMap((it) => describeUnknown(it, pair)),
}

function describeUnknown(change: FieldChange, pair: Pair): Fact[] {
  const { before, after, items } = change
  const path = items[0]?.name
  if (path === undefined) return [describeOther(change, pair)]
  const common = {
    kind: 'other',
    weight: 'neutral',
    what: capital(labelledPath(path)),
    ...placesOf(change, pair),
  } as const
  if (before === undefined) return [{ ...common, did: `is now listed as not known: ${String(after)}` }]
  if (after !== undefined)
    return [{ ...describeOther(change, pair), what: `Reason why ${labelledPath(path)} is not known` }]
  const isStated = !isNothing((pair.now as unknown as Record<string, unknown>)[path])
  return isStated ? [] : [{ ...common, did: 'is no longer listed as not known' }] // its new value is a fact of its own
}

/** An entry of policy that is switched off: its requirement no longer applies. */
export const policyEntries: ChangeDescriber = {
  handles: ({ items, before, after }) => items.length === 1 && before === undefined && isMap(after) && 'off' in after,
  describe: (changes, pair) =>
    changes.map((it) => {
      const { off } = it.after as { off: string }
      return { ...describeOther(it, pair), weight: 'worse', did: `was turned off: ${shortText(off)}` }
    }),
}

/** The severity of a rule. It is worse if a rule is turned off, as its findings then look fixed. */
export const severities: ChangeDescriber = {
  handles: isIn('severities'),
  describe: (changes, pair) =>
    changes.map((it) => ({ ...describeOther(it, pair), weight: it.after === 'off' ? 'worse' : 'neutral' })),
}

/**
 * Entries of the baseline are only counted, as there may be hundreds. It should only shrink. An entry that was altered is
 * another one, apart from its message, which is for readers only.
 */
export const baseline: ChangeDescriber = {
  handles: isIn('accepted'),
  describe: (changes, pair) => {
    const others = changes.filter(({ keys }) => keys.length === 1 || KNOWN_BY.includes(keys[1]!))
    const entries = (side: 'before' | 'after', did: string, weight: Fact['weight']): Fact[] => {
      const these = others.filter(({ items }) => items[0]![side] !== undefined)
      const count = new Set(these.map(({ items }) => items[0])).size
      return count === 0
        ? []
        : [{ kind: 'baseline', weight, did: `${did} ${counted(count, 'finding')}`, ...placesOf(these[0]!, pair) }]
    }
    return [...entries('after', 'accepts another', 'worse'), ...entries('before', 'no longer accepts', 'better')]
  },
}

const KNOWN_BY: readonly string[] = ['rule', 'file', 'at', 'key']
