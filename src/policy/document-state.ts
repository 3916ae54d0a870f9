import { addDays, addDuration, exactly, type Day, type InexactDay } from '../model/day.js'
import { hasHappenedBy, latestIndex } from '../model/latest.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import { grouped } from '../model/order.js'
import { at, atKey, type Place } from '../model/place.js'
import type { Policy } from '../model/policy.js'
import type { Register } from '../model/register.js'
import { asKnownOn, isAccepted, isRefused, type SelfAssessment } from '../model/self-assessment.js'
import type { Because } from './because.js'
import type { TierRank } from './conditions.js'
import type { Facts } from './facts.js'
import type { InForce, MergedPolicy } from './merge.js'
import { blankCategories } from './risk-categories.js'
import { validityOf } from './validity.js'

export type DocumentState =
  'held' | 'expiring' | 'expired' | 'unsigned' | 'missing' | 'needed-before-start' | 'not-applicable'
export type DocumentData = Partnership['documents'][number]

/** A partnership with what decides which documents it needs. */
export interface DutyContext {
  readonly partnership: Partnership
  readonly facts: Facts
  readonly tier: string
  readonly register: Register
  readonly policy: MergedPolicy
  readonly rank: TierRank
  readonly asOf: Day
  /** The day up to which an end is soon. */
  readonly soon: Day
}

export type Entry = InForce<Policy['documents'][string]>

/** The best of the documents that meet a duty, in the holder's own file or in that of the partnership. */
export function bestOf(
  context: DutyContext,
  entry: Entry,
  organisation: Organisation | undefined,
): Candidate | undefined {
  const { partnership } = context
  const candidates: Candidate[] = []
  for (const holder of organisation === undefined ? [partnership] : [organisation, partnership])
    for (const [index, document] of holder.documents.entries()) {
      const isIts = organisation === undefined || holder === organisation || document.organisation === organisation.id
      if (isIts && servesAs(context.policy, entry, document))
        candidates.push({ document, at: at(holder, 'documents', index), ...stateOf(context, entry, document) })
    }
  if (entry.id === 'governance-self-assessment' && organisation !== undefined)
    candidates.push(...selfAssessed(context, entry, organisation))
  if (entry.id === 'risk-profile' && organisation === undefined) candidates.push(...profiled(context, entry))
  return candidates.sort(bestFirst)[0]
}

/** What may meet a duty. */
export interface Candidate extends DatedState {
  readonly document: DocumentData | undefined
  readonly form?: SelfAssessment
  readonly isProfile?: boolean
  readonly at: Place
}

/** The best of several documents of one type counts for the duty; of two in one state, the one that lasts longer. */
export const bestFirst = (a: Pick<DatedState, 'state' | 'until'>, b: Pick<DatedState, 'state' | 'until'>) =>
  ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.until === b.until ? 0 : lastDay(a) > lastDay(b) ? -1 : 1)

const ORDER: readonly DocumentState[] = [
  'held',
  'not-applicable',
  'expiring',
  'expired',
  'unsigned',
  'needed-before-start',
  'missing',
]
const lastDay = ({ until = '9999-12-31' }: { readonly until?: Day | undefined }) => until

interface DatedState {
  readonly state: DocumentState
  readonly until: Day | undefined
  /** The policy entry that decided how long it is valid. */
  readonly because: readonly Because[]
}

/** An end date is the last day in force: a document expires the day after. */
function stateOf(context: DutyContext, entry: Entry, document: DocumentData): DatedState {
  if (document.status === 'not-applicable')
    return { state: document.reason === undefined ? 'missing' : 'not-applicable', until: undefined, because: [] }
  if (!isMade(document, entry, context.asOf)) return UNSIGNED
  if (document.expires === 'none') return HELD
  if (document.expires !== undefined) return validUntil(context, document.expires.last)
  // a document that serves as another type lasts as long as its own type does
  const own = context.policy.entries('documents').find((it) => it.id === document.type) ?? entry
  return document.signed === undefined ? HELD : validFrom(context, own, document.signed)
}

const HELD: DatedState = { state: 'held', until: undefined, because: [] }
const UNSIGNED: DatedState = { state: 'unsigned', until: undefined, because: [] }

/** Is a document of the type that an entry requires, or of one that serves as it, and not superseded? */
const servesAs = (policy: MergedPolicy, entry: Entry, { type, status }: DocumentData) =>
  status !== 'superseded' && typesThatServe(policy, entry).has(type)

/** An entry's own type, those that serve as it, and those that serve as these: a section 75 agreement is an agreement. */
export function typesThatServe(policy: MergedPolicy, { id }: Entry): ReadonlySet<string> {
  let ofPolicy = serving.get(policy)
  if (ofPolicy === undefined) serving.set(policy, (ofPolicy = new Map()))
  let types = ofPolicy.get(id)
  if (types === undefined) {
    const entries = policy.entries('documents')
    ofPolicy.set(id, (types = new Set([id])))
    // a set is gone through to its end, with what is added on the way
    for (const type of types)
      for (const it of entries.find((entry) => entry.id === type)?.data['satisfied-by'] ?? [])
        (types as Set<string>).add(it)
  }
  return types
}

const serving = new WeakMap<MergedPolicy, Map<string, ReadonlySet<string>>>()

/** Is it more than requested or drafted on the day: signed, or issued where nobody signs? It may have expired since. */
const isMade = (document: DocumentData, entry: Entry | undefined, asOf: Day) =>
  (document.signed === undefined || hasHappenedBy(document.signed, asOf)) &&
  (isSigned(document) || (entry !== undefined && isIssued(document, entry, asOf)))

/** Does an organisation have a document of a type, even if no longer in force: in its own file, or in that of a partnership that names it? */
export function isOnFile(
  { register, policy, asOf }: Pick<DutyContext, 'register' | 'policy' | 'asOf'>,
  type: string,
  organisation: Organisation,
): boolean {
  const entry = policy.entries('documents').find((it) => it.id === type)
  return [...organisation.documents, ...(inPartnerships(register).get(organisation.id) ?? [])].some(
    (it) => (entry === undefined ? it.type === type : servesAs(policy, entry, it)) && isMade(it, entry, asOf),
  )
}

/** Documents of organisations in the files of partnerships, by organisation; made once per register. */
function inPartnerships(register: Register): ReadonlyMap<string, readonly DocumentData[]> {
  let made = known.get(register)
  if (made === undefined) {
    const named = register.partnerships.flatMap((it) =>
      it.documents.filter((document) => document.organisation !== undefined),
    )
    made = new Map(grouped(named, (it) => it.organisation!).map((same) => [same[0]!.organisation!, same]))
    known.set(register, made)
  }
  return made
}

const known = new WeakMap<Register, ReadonlyMap<string, readonly DocumentData[]>>()

/** A certificate is issued, not signed; and a document that has expired has expired, signed or not. */
const isIssued = ({ status, expires }: DocumentData, { data }: Entry, asOf: Day) =>
  status === undefined &&
  expires !== undefined &&
  expires !== 'none' &&
  (data['held-by'] === 'partner' || expires.last < asOf)

/** It has a day of signature, unless its status says that it is still being made; what is in force binds, signed or not. */
const isSigned = ({ status, signed }: DocumentData) =>
  status === 'signed' || status === 'in-force' || (status === undefined && signed !== undefined)

function validFrom(context: DutyContext, entry: Entry, from: InexactDay): DatedState {
  const { length, because } = validityOf(entry, context)
  return length === undefined ? HELD : validUntil(context, addDays(addDuration(from.last, length), -1), because)
}

function validUntil({ asOf, soon }: DutyContext, until: Day, because: readonly Because[] = []): DatedState {
  return { state: until < asOf ? 'expired' : until <= soon ? 'expiring' : 'held', until, because }
}

/**
 * The self-assessments that an organisation has completed by the day serve as documents once they are accepted, each with
 * its day. Where the latest was not accepted, no earlier one counts any more.
 */
function selfAssessed(context: DutyContext, entry: Entry, organisation: Organisation): Candidate[] {
  const rounds = organisation['self-assessments']
  const latest = latestIndex(rounds, context.asOf)
  const isOver = latest !== -1 && isRefused(rounds[latest]!, context.asOf)
  return rounds.flatMap((form, index) => {
    if (!hasHappenedBy(form.date, context.asOf) || (isOver && index !== latest)) return []
    const stateOf = validFrom(context, entry, form.date)
    const counts = stateOf.state === 'expired' || isAccepted(form, context.asOf)
    const place = at(organisation, 'self-assessments', index)
    return [{ document: undefined, form: asKnownOn(form, context.asOf), at: place, ...(counts ? stateOf : UNSIGNED) }]
  })
}

/** Risks that answer every category of the policy are the risk profile, from the day on which the lead confirmed the entry. */
function profiled(context: DutyContext, entry: Entry): Candidate[] {
  const { partnership, policy, asOf } = context
  if (partnership.risks.length === 0 || blankCategories(policy, partnership).length > 0) return []
  const { confirmed } = partnership
  const stateOf = confirmed === undefined || confirmed > asOf ? UNSIGNED : validFrom(context, entry, exactly(confirmed))
  return [{ document: undefined, isProfile: true, at: atKey(partnership, 'risks'), ...stateOf }]
}
