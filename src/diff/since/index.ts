import type { Day } from '../../model/day.js'
import { lookUp } from '../../model/look-up.js'
import { by } from '../../model/order.js'
import { partnershipsOf, successorOf } from '../../model/participation.js'
import type { Place } from '../../model/place.js'
import type { PolicyEffect } from '../consequences/policy.js'
import type { TotalChange } from '../consequences/totals.js'
import { describeFact, type Fact, type FactKind, type State } from '../fact.js'
import { differenceBetween, type Group } from '../register-diff.js'
import { datedFacts, type Happening } from './dated.js'
import { themeOf, type Theme } from './themes.js'

/** What the Board reads about the time since the last paper: a selection of the facts of `partners diff`. */
export interface Account {
  readonly lines: readonly Line[]
  /** Facts that are only counted. */
  readonly others: readonly Counted[]
  /** Totals that changed. */
  readonly totals: readonly TotalChange[]
}

/** A fact under its heading, in a sentence. */
export interface Line extends Pick<Fact, 'weight' | 'before' | 'after'> {
  readonly theme: Theme
  /** The partnerships that it concerns: several where they share a partner. */
  readonly of: readonly { readonly name: string }[]
  readonly text: string
}

/** A fact that is only counted, with the name of its record. */
export interface Counted {
  readonly kind: FactKind
  readonly name: string
  readonly after: Place | undefined
}

/** The account from dated entries alone: where an earlier state is available, the full account includes it word for word. */
export const datedAccount = (after: State, day: Day): Account => accountOf(datedFacts(after, day), after)

/**
 * What happened since a day: every fact of `partners diff` between the earlier and the present state, both as of one day, as
 * a line or counted; dated entries in their own words; and what the passing of days brought.
 */
export function accountBetween(before: State, after: State, day: Day): Account {
  const { groups, policy, totals } = differenceBetween(before, after)
  const dated = datedFacts(after, day)
  const { lines, others } = accountOf([...dated, ...groups.flatMap((it) => notCovered(it, dated))], after)
  const ofPolicy = policyAccount(policy)
  return {
    lines: sorted([...lines, ...ofPolicy.lines]),
    others: [...others, ...ofPolicy.others],
    totals: totals.filter((it) => it.changed),
  }
}

function accountOf(happenings: readonly Happening[], after: State): Account {
  const all = happenings.map((it) => ({ ...it, theme: themeOf(it.fact, it.record) }))
  return {
    lines: sorted(all.flatMap((it) => (it.theme === undefined ? [] : [lineOf(it, it.theme, after)]))),
    others: all.flatMap(({ theme, fact, record }) =>
      theme === undefined ? [{ kind: fact.kind, name: record.name, after: fact.after }] : [],
    ),
    totals: [],
  }
}

const sorted = (lines: readonly Line[]): Line[] => lines.toSorted(by(({ of }) => of.map((it) => it.name).join('\n')))

/** Facts of a record that no dated entry covers; those that follow from a merger are part of it. */
function notCovered({ record, facts }: Group, dated: readonly Happening[]): Happening[] {
  const own = dated.flatMap(({ fact }) => (fact.after?.file === record.file ? [fact] : []))
  const isNew = (place: Place) => facts.some((it) => it.before === undefined && isAt(it.after, place))
  const isCovered = (fact: Fact) =>
    own.some(({ kind, after }) => {
      const place = after!
      if (kind === 'added' || kind === 'ended') return fact.kind === kind
      if (kind === 'assessment' && fact.kind === 'grade') return isNew(place) && isIn(fact.after, place)
      if (fact.before === undefined) return isAt(fact.after, place)
      return kind === 'document' && fact.kind === 'document' && fact.weight === 'better' && isAt(fact.after, place)
    })
  return facts.flatMap((fact) => (fact.follows || isCovered(fact) ? [] : [{ fact, record }]))
}

const isIn = (place: Place | undefined, around: Place): boolean =>
  place !== undefined && around.path.every((key, index) => place.path[index] === key)
const isAt = (place: Place | undefined, other: Place): boolean =>
  isIn(place, other) && place!.path.length === other.path.length

/** A fact about an organisation is listed with the partnerships that it concerns. */
function lineOf({ fact, record, of }: Happening, theme: Theme, after: State): Line {
  const { weight, before, after: now } = fact
  const isOrganisation = record.kind === 'organisation'
  const text = describeFact(fact, isOrganisation ? record : undefined)
  return { theme, of: of ?? (isOrganisation ? usersOf(record, after) : [record]), text, weight, before, after: now }
}

/** The running partnerships of an organisation or its successor; itself where there are none. */
function usersOf(record: Happening['record'], { register, asOf }: State): Line['of'] {
  const now = lookUp(register).organisation.get(successorOf(register, record.id, asOf))
  if (now === undefined || now.id === register.settings.organisation) return [record]
  const found = partnershipsOf(register, now, asOf)
  return found.length === 0 ? [record] : found
}

/** Effects of policy on tiers are listed, others counted. */
function policyAccount(effect: PolicyEffect | undefined): Pick<Account, 'lines' | 'others'> {
  const all = effect?.consequences ?? []
  return {
    lines: all.flatMap(({ what, did, partnerships: of }): Line[] =>
      what === TIER
        ? [{ theme: 'tier', of, text: `${what} ${did}, as policy changed`, weight: 'neutral', ...NOWHERE }]
        : [],
    ),
    others: all.flatMap(({ what, because }): Counted[] =>
      what === TIER ? [] : [{ kind: 'duty', name: what, after: because[0]?.at }],
    ),
  }
}
const TIER = 'Tier'
const NOWHERE = { before: undefined, after: undefined }
