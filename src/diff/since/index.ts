import type { Day } from '../../model/day.js'
import { by } from '../../model/order.js'
import type { Place } from '../../model/place.js'
import { lookUp } from '../../model/look-up.js'
import type { TotalChange } from '../consequences/totals.js'
import type { PolicyEffect } from '../consequences/policy.js'
import { describeFact, type Fact, type FactKind, type RecordRef } from '../fact.js'
import { differenceBetween, type Group } from '../register-diff.js'
import type { State } from '../state.js'
import { datedLines } from './dated.js'
import { kindOf } from './kinds.js'
import type { Line } from './line.js'
import { usersOf } from './who.js'

/** What the Board is told of the time since the last paper. */
export interface Account {
  readonly lines: readonly Line[]
  /** Facts that the Board need not read one by one, of which it is told how many there are. */
  readonly others: readonly Counted[]
  /** Totals that are not what they were. */
  readonly totals: readonly TotalChange[]
}

/** A fact that is counted only, and whose it is. */
export interface Counted {
  readonly kind: FactKind
  readonly name: string
  readonly after: Place | undefined
}

/** What only the dated entries of a register tell: part of what is told where an earlier state is kept, in its words. */
export const datedAccount = (after: State, day: Day): Account => ({
  lines: sorted(datedLines(after, day)),
  others: [],
  totals: [],
})

/**
 * What happened since a day: every fact of `partners diff` between the state of then and that of now, both judged as of
 * one day, as a line or counted; what a dated entry tells in its own words; and what the passing of the days brought.
 */
export function accountBetween(before: State, after: State, day: Day): Account {
  const { groups, policy, totals } = differenceBetween(before, after)
  const dated = datedLines(after, day)
  const facts = groups.flatMap((it) => leftOf(it, dated))
  const told = facts.map((it) => ({ ...it, kind: kindOf(it.fact, it.record) }))
  return {
    lines: sorted([
      ...dated,
      ...told.flatMap(({ fact, record, kind }) =>
        kind === undefined ? [] : [withAncestors(fact, kind, record, after)],
      ),
      ...tierLines(policy),
    ]),
    others: [
      ...told.flatMap(({ fact, record, kind }) => (kind === undefined ? [countedOf(fact, record)] : [])),
      ...otherConsequences(policy),
    ],
    totals: totals.filter((it) => it.changed),
  }
}

const sorted = (lines: readonly Line[]): Line[] => lines.toSorted(by(({ of }) => of.map((it) => it.name).join('\n')))

interface SinceEntry {
  readonly fact: Fact
  readonly record: RecordRef
}

/** Facts of a record that no dated line tells already; what a merger brought is told with it. */
function leftOf({ record, facts }: Group, dated: readonly Line[]): SinceEntry[] {
  const own = dated.filter(({ after }) => after!.file === record.file)
  const isNew = (place: Place) => facts.some((it) => it.before === undefined && isAt(it.after, place))
  const isCovered = (fact: Fact) =>
    own.some(({ kind, after }) => {
      const place = after!
      if (kind === 'new') return fact.kind === 'added'
      if (kind === 'ended') return fact.kind === 'ended'
      if (kind === 'grade' && fact.kind === 'grade') return isNew(place) && isIn(fact.after, place)
      if (fact.before === undefined) return isAt(fact.after, place)
      return kind === 'document' && fact.kind === 'document' && fact.weight === 'better' && isAt(fact.after, place)
    })
  return facts.flatMap((fact) => (fact.follows || isCovered(fact) ? [] : [{ fact, record }]))
}

const isIn = (place: Place | undefined, around: Place): boolean =>
  place !== undefined && around.path.every((key, index) => place.path[index] === key)
const isAt = (place: Place | undefined, other: Place): boolean =>
  isIn(place, other) && place!.path.length === other.path.length

/** A fact of an organisation is told of the partnerships that it concerns. */
function withAncestors(fact: Fact, kind: Line['kind'], record: RecordRef, after: State): Line {
  const { what, did, weight, before, after: now } = fact
  const organisation = record.kind === 'organisation' ? lookUp(after.register).organisation.get(record.id) : undefined
  const of = organisation === undefined ? [record] : usersOf(organisation, after)
  const text = record.kind === 'organisation' ? describeFact(fact, record) : what === undefined ? did : `${what} ${did}`
  return { kind, of, text, weight, before, after: now }
}

const countedOf = ({ kind, after }: Fact, { name }: RecordRef): Counted => ({ kind, name, after })

/** A change of policy is told where it moved tiers. */
const tierLines = (effect: PolicyEffect | undefined): Line[] =>
  (effect?.consequences ?? []).flatMap(({ what, did, partnerships: of }): Line[] =>
    what === TIER
      ? [
          {
            kind: 'tier',
            of,
            text: `${what} ${did}, as policy changed`,
            weight: 'neutral',
            before: undefined,
            after: undefined,
          },
        ]
      : [],
  )

const otherConsequences = (effect: PolicyEffect | undefined): Counted[] =>
  (effect?.consequences ?? []).flatMap(({ what, because }): Counted[] =>
    what === TIER ? [] : [{ kind: 'duty', name: what, after: because[0]?.at }],
  )
const TIER = 'Tier'
