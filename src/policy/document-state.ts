import {
  addDays,
  addDuration,
  exactly,
  formatMonthDay,
  type Day,
  type InexactDay,
  hasHappenedBy,
  latestIndex,
} from '../model/day.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import { grouped, getOrMake } from '../model/order.js'
import { at, atKey, type Place, type Because } from '../model/place.js'
import type { Policy } from '../model/policy.js'
import type { Register } from '../model/register.js'
import { asKnownOn, isAccepted, isRefused, type SelfAssessment } from '../model/self-assessment.js'
import type { TierRank } from './conditions.js'
import type { Facts } from './facts.js'
import type { InForce, MergedPolicy } from './merge.js'
import { blankCategories } from './risk-bands.js'
import { NO_ENTRY, validityOf, yearEndAfter } from './validity.js'

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
  /** Up to this day, an end is soon. */
  readonly soon: Day
}

export type Entry = InForce<Policy['documents'][string]>

/**
 * The best of what meets a duty: documents in the holder's own file, then in that of the partnership, then forms and
 * profiles. Of two that are equally good the first one counts.
 */
export function bestOf(
  context: DutyContext,
  entry: Entry,
  organisation: Organisation | undefined,
): Candidate | undefined {
  const { partnership } = context
  let best: Candidate | undefined
  const consider = (it: Candidate) => {
    if (best === undefined || bestFirst(it, best) < 0) best = it
  }
  if (organisation !== undefined) considerServing(context, entry, organisation, undefined, consider)
  considerServing(context, entry, partnership, organisation?.id, consider)
  if (entry.id === 'governance-self-assessment' && organisation !== undefined)
    selfAssessed(context, entry, organisation).forEach(consider)
  if (entry.id === 'risk-profile' && organisation === undefined) profiled(context, entry).forEach(consider)
  if (typesThatServe(context.policy, entry).has('partnership-standard') && organisation === undefined)
    standardSigned(context, entry).forEach(consider)
  return best
}

/**
 * Finds the documents in a holder's file that meet a duty.
 * @param of the organisation that they must be of; undefined for all
 */
function considerServing(
  context: DutyContext,
  entry: Entry,
  holder: Organisation | Partnership,
  of: string | undefined,
  consider: (it: Candidate) => void,
): void {
  const types = typesThatServe(context.policy, entry)
  const { documents } = holder
  for (let index = 0; index < documents.length; index++) {
    const document = documents[index]!
    const isHolders = of === undefined || document.organisation === of
    if (isHolders && serves(document, types))
      consider({ document, at: at(holder, 'documents', index), ...stateOf(context, entry, document) })
  }
}

/** A document, self-assessment or risk profile that may meet a duty. */
interface Candidate extends DatedState {
  readonly document: DocumentData | undefined
  readonly form?: SelfAssessment
  readonly isProfile?: boolean
  readonly at: Place
}

/** Of several documents the one in the best state counts; of two in one state, the one that lasts longer. */
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
  /** The policy entry that decided how long it is valid; worded only where somebody asks. */
  readonly because: () => readonly Because[]
}

/** An end date is the last day in force: a document expires the day after. */
function stateOf(context: DutyContext, entry: Entry, document: DocumentData): DatedState {
  if (document.status === 'not-applicable')
    return { state: document.reason === undefined ? 'missing' : 'not-applicable', until: undefined, because: NO_ENTRY }
  if (!isMade(document, entry, context.asOf)) return UNSIGNED
  if (document.expires === 'none') return HELD
  if (document.expires !== undefined) return validUntil(context, document.expires.last)
  // a document that serves as another type is valid as long as its own type
  const own = documentEntry(context.policy, document.type) ?? entry
  return document.signed === undefined ? HELD : validFrom(context, own, document.signed)
}

const HELD: DatedState = { state: 'held', until: undefined, because: NO_ENTRY }
const UNSIGNED: DatedState = { state: 'unsigned', until: undefined, because: NO_ENTRY }

/** Is a document of one of some types, and not superseded? */
const serves = ({ type, status }: DocumentData, types: ReadonlySet<string>) =>
  status !== 'superseded' && types.has(type)

/** An entry's own type, and all that serve as it, directly or through others: a section 75 agreement is an agreement. */
export const typesThatServe = (policy: MergedPolicy, entry: Entry): ReadonlySet<string> =>
  getOrMake(serving, entry, () => {
    const types = new Set([entry.id])
    // the loop also visits the types that it adds
    for (const type of types) for (const it of documentEntry(policy, type)?.data['satisfied-by'] ?? []) types.add(it)
    return types
  })
const serving = new WeakMap<Entry, ReadonlySet<string>>()

const documentEntry = (policy: MergedPolicy, type: string): Entry | undefined =>
  getOrMake(entriesByType, policy, () => new Map(policy.entries('documents').map((it) => [it.id, it]))).get(type)
const entriesByType = new WeakMap<MergedPolicy, ReadonlyMap<string, Entry>>()

/** Was it signed by the day, or issued where nobody signs? It may have expired since. */
const isMade = (document: DocumentData, entry: Entry | undefined, asOf: Day) =>
  (document.signed === undefined || hasHappenedBy(document.signed, asOf)) &&
  (isBinding(document) || (entry !== undefined && isIssued(document, entry, asOf)))

/** Does an organisation have a document of a type, even an expired one, in its own file or in a partnership's that names it? */
export function isOnFile(
  { register, policy, asOf }: Pick<DutyContext, 'register' | 'policy' | 'asOf'>,
  type: string,
  organisation: Organisation,
): boolean {
  const entry = documentEntry(policy, type)
  const types = entry && typesThatServe(policy, entry)
  return [...organisation.documents, ...(inPartnerships(register).get(organisation.id) ?? [])].some(
    (it) => (types === undefined ? it.type === type : serves(it, types)) && isMade(it, entry, asOf),
  )
}

/** Documents of organisations in the files of partnerships, by organisation; collected once per register. */
function inPartnerships(register: Register): ReadonlyMap<string, readonly DocumentData[]> {
  return getOrMake(known, register, () => {
    const named = register.partnerships.flatMap((it) => it.documents.filter((document) => document.organisation))
    return new Map(grouped(named, (it) => it.organisation!).map((same) => [same[0]!.organisation!, same]))
  })
}

const known = new WeakMap<Register, ReadonlyMap<string, readonly DocumentData[]>>()

/** A certificate is issued, not signed; and an expired document is expired, signed or not. */
const isIssued = ({ status, expires }: DocumentData, { data }: Entry, asOf: Day) =>
  status === undefined &&
  expires !== undefined &&
  expires !== 'none' &&
  (data['held-by'] === 'partner' || expires.last < asOf)

/** It has a day of signature, or a status that implies one; a document in force is binding, signed or not. */
export const isBinding = ({ status, signed }: DocumentData): boolean =>
  status === 'signed' || status === 'in-force' || (status === undefined && signed !== undefined)

function validFrom(context: DutyContext, entry: Entry, from: InexactDay): DatedState {
  const { every, 'year-end': yearEnd } = entry.data
  if (yearEnd !== undefined) return validUntil(context, yearEndAfter(yearEnd, from.first), inEntry(entry, 'year-end'))
  if (every !== undefined) return validUntil(context, addDuration(from.last, every), inEntry(entry, 'every'))
  const { length, because } = validityOf(entry, context)
  return length === undefined ? HELD : validUntil(context, addDays(addDuration(from.last, length), -1), because)
}

const inEntry =
  ({ at, data }: Entry, key: 'every' | 'year-end') =>
  () => {
    const text =
      key === 'every'
        ? `made again every ${data.every!.written}`
        : `counts until the end of the next year to ${formatMonthDay(data['year-end']!)}`
    return [{ text, at: { ...at, path: [...at.path, key] } }]
  }

function validUntil({ asOf, soon }: DutyContext, until: Day, because: DatedState['because'] = NO_ENTRY): DatedState {
  return { state: until < asOf ? 'expired' : until <= soon ? 'expiring' : 'held', until, because }
}

/**
 * The self-assessments that an organisation has completed by the day; each serves as a document from its day once it is
 * accepted. Where the latest was refused, no earlier one counts any more.
 */
function selfAssessed(context: DutyContext, entry: Entry, organisation: Organisation): Candidate[] {
  const rounds = organisation['self-assessments']
  const latest = latestIndex(rounds, context.asOf)
  const isOver = latest !== -1 && isRefused(rounds[latest]!, context.asOf)
  return rounds.flatMap((form, index) => {
    if (!hasHappenedBy(form.date, context.asOf) || (isOver && index !== latest)) return []
    const dated = validFrom(context, entry, form.date)
    const counts = dated.state === 'expired' || isAccepted(form, context.asOf)
    const place = at(organisation, 'self-assessments', index)
    return [{ document: undefined, form: asKnownOn(form, context.asOf), at: place, ...(counts ? dated : UNSIGNED) }]
  })
}

/** Risks that cover every category of the policy are the risk profile, valid from the day on which the lead confirmed the entry. */
function profiled(context: DutyContext, entry: Entry): Candidate[] {
  const { partnership, policy, asOf } = context
  if (partnership.risks.length === 0 || blankCategories(policy, partnership).length > 0) return []
  const { confirmed } = partnership
  const dated = confirmed === undefined || confirmed > asOf ? UNSIGNED : validFrom(context, entry, exactly(confirmed))
  return [{ document: undefined, isProfile: true, at: atKey(partnership, 'risks'), ...dated }]
}

/** The partnership standard that was signed is a document, valid from the day on which that was agreed. */
function standardSigned(context: DutyContext, entry: Entry): Candidate[] {
  const { standard } = context.partnership
  if (standard === undefined) return []
  const { agreed } = standard
  const dated = agreed === undefined ? HELD : validFrom(context, entry, agreed)
  const isAhead = agreed !== undefined && !hasHappenedBy(agreed, context.asOf)
  return [{ document: undefined, at: atKey(context.partnership, 'standard'), ...(isAhead ? UNSIGNED : dated) }]
}
