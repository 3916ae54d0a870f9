import { currencyOf } from '../model/register-currency.js'
import { addDays, addDuration, exactly, type Day, type InexactDay } from '../model/day.js'
import { hasHappenedBy, latestIndex } from '../model/latest.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import { grouped } from '../model/order.js'
import { at, atKey, type Place } from '../model/place.js'
import type { Policy } from '../model/policy.js'
import type { Register } from '../model/register.js'
import { asKnownOn, isAccepted, isRefused, type SelfAssessment } from '../model/self-assessment.js'
import { successorOf } from '../model/successor.js'
import { entriesOf, partnerIds } from '../model/participation.js'
import { hasParent } from '../model/hierarchy.js'
import { becauseOf, type Because } from './because.js'
import { evaluate, truthOf, type TierRank } from './conditions.js'
import { factsOfPartner, organisationOf, type Facts } from './facts.js'
import type { InForce, MergedPolicy } from './merge.js'
import { blankCategories } from './risk-categories.js'
import { validityOf } from './validity.js'

export type DocumentState =
  'held' | 'expiring' | 'expired' | 'unsigned' | 'missing' | 'needed-before-start' | 'not-applicable'
type DocumentData = Partnership['documents'][number]

/** A document that a partnership needs, whose it is, and how it stands. */
export interface DocumentDuty {
  readonly type: string
  readonly title: string
  /** The partner organisation that must hold it; undefined where the partnership itself must. */
  readonly organisation: Organisation | undefined
  readonly state: DocumentState
  /** The document, or where it would stand. */
  readonly at: Place
  readonly document: DocumentData | undefined
  /** The self-assessment that stands for the document. */
  readonly form: SelfAssessment | undefined
  /** Do the partnership's risks, with an answer to each category, stand for the document? */
  readonly isProfile: boolean
  /** Types of document that meet the demand, its own among them. */
  readonly servedBy: ReadonlySet<string>
  /** The last day on which it counts. */
  readonly until: Day | undefined
  readonly because: readonly Because[]
  /** What makes it needed, or leaves that open, in the words of conditions: `kind is contract`, `data is not known`. */
  readonly reasons: readonly string[]
  /** True when a fact that the condition asks for is not known: the duty stands all the same. */
  readonly unsure: boolean
}

interface DutyContext {
  readonly partnership: Partnership
  readonly facts: Facts
  readonly tier: string
  readonly register: Register
  readonly policy: MergedPolicy
  readonly rank: TierRank
  readonly asOf: Day
  /** Days before its end when a document is told. */
  readonly soon: Day
}

/** Every document that policy asks of a partnership. Ended ones need none; a part is covered by the documents of its whole. */
export function documentDuties(asked: DutyContext): DocumentDuty[] {
  if (asked.partnership.status === 'ended') return []
  const covered = hasParent(asked.register, asked.partnership)
  const partners = partnersOf(asked)
  const duties: DocumentDuty[] = []
  for (const entry of asked.policy.entries('documents')) {
    if (entry.data['held-by'] === 'partner')
      for (const partner of partners) ask(partner.asked, entry, partner.organisation)
    else if (!covered) ask(asked, entry, undefined)
  }
  return duties

  function ask(asked: DutyContext, entry: Entry, organisation: Organisation | undefined): void {
    const { when } = entry.data
    const truth = when === undefined ? 'false' : truthOf(when, asked.facts, asked.rank)
    if (truth !== 'false') duties.push(new Duty(asked, entry, organisation, truth === 'unknown'))
  }
}

type Entry = InForce<Policy['documents'][string]>

/**
 * The partner organisations, each with the facts as they are of it: it is asked for its own documents once, wherever they
 * are used. What was merged into another one is no more: its successor is asked.
 */
function partnersOf(asked: DutyContext): { organisation: Organisation; asked: DutyContext }[] {
  const { partnership, register, facts, asOf } = asked
  const own = successorOf(register, register.settings.organisation, asOf)
  return [...partnerIds(register, partnership, asOf)].flatMap((id) => {
    const organisation = organisationOf(register, id)
    if (organisation === undefined || id === own) return []
    const entries = entriesOf(register, partnership, organisation, asOf)
    return [{ organisation, asked: { ...asked, facts: factsOfPartner(facts, organisation, entries) } }]
  })
}

class Duty implements DocumentDuty {
  readonly #best: Candidate | undefined

  constructor(
    readonly asked: DutyContext,
    readonly entry: Entry,
    readonly organisation: Organisation | undefined,
    readonly unsure: boolean,
  ) {
    this.#best = bestOf(asked, entry, organisation)
  }

  get type() {
    return this.entry.id
  }
  get title() {
    return this.entry.data.title ?? this.entry.id
  }
  get state() {
    const { status } = this.asked.partnership
    return this.#best?.state ?? (status === 'proposed' ? 'needed-before-start' : 'missing')
  }
  get at() {
    return this.#best?.at ?? atKey(this.organisation ?? this.asked.partnership, 'documents')
  }
  get document() {
    return this.#best?.document
  }
  get form() {
    return this.#best?.form
  }
  get isProfile() {
    return this.#best?.isProfile ?? false
  }
  get servedBy() {
    return typesThatServe(this.asked.policy, this.entry)
  }
  get until() {
    return this.#best?.until
  }

  // of most duties nobody asks why, and saying it takes longer than all the rest

  get reasons(): readonly string[] {
    const { facts, rank, register } = this.asked
    return [...new Set(evaluate(this.entry.data.when!, facts, rank, currencyOf(register)).reasons)]
  }

  get because(): readonly Because[] {
    const { id, data, at } = this.entry
    return [becauseOf(id, this.reasons, data.why, at), ...(this.#best?.because ?? [])]
  }
}

/** What stands for a duty: the best of the documents that serve, in the holder's own file or in that of the partnership. */
function bestOf(asked: DutyContext, entry: Entry, organisation: Organisation | undefined): Candidate | undefined {
  const { partnership } = asked
  const candidates: Candidate[] = []
  for (const holder of organisation === undefined ? [partnership] : [organisation, partnership])
    for (const [index, document] of holder.documents.entries()) {
      const isIts = organisation === undefined || holder === organisation || document.organisation === organisation.id
      if (isIts && servesAs(asked.policy, entry, document))
        candidates.push({ document, at: at(holder, 'documents', index), ...stateOf(asked, entry, document) })
    }
  if (entry.id === 'governance-self-assessment' && organisation !== undefined)
    candidates.push(...selfAssessed(asked, entry, organisation))
  if (entry.id === 'risk-profile' && organisation === undefined) candidates.push(...profiled(asked, entry))
  return candidates.sort(bestFirst)[0]
}

interface Candidate extends DatedState {
  readonly document: DocumentData | undefined
  readonly form?: SelfAssessment
  readonly isProfile?: boolean
  readonly at: Place
}

/** Best first: the best of several documents of one type answers for the duty; of two in one state, the one that lasts longer. */
const bestFirst = (a: Pick<DatedState, 'state' | 'until'>, b: Pick<DatedState, 'state' | 'until'>) =>
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

/** Is it needed for certain? Where that is not known, a document that is there or was spoken of is held to what is asked. */
export const isSure = ({ unsure, document, state }: DocumentDuty) =>
  !unsure || document !== undefined || (state !== 'missing' && state !== 'needed-before-start')

/** Several partnerships may ask for one document of a partner, for other lengths of time: the strictest demand counts. */
export function isStricter(a: DocumentDuty, b: DocumentDuty): boolean {
  return a.unsure === b.unsure ? bestFirst(a, b) > 0 : b.unsure
}

interface DatedState {
  readonly state: DocumentState
  readonly until: Day | undefined
  /** The policy entry that decided how long it is valid. */
  readonly because: readonly Because[]
}

/** An end date is the last day in force: a document expires the day after. */
function stateOf(asked: DutyContext, entry: Entry, document: DocumentData): DatedState {
  if (document.status === 'not-applicable')
    return { state: document.reason === undefined ? 'missing' : 'not-applicable', until: undefined, because: [] }
  if (!isMade(document, entry, asked.asOf)) return UNSIGNED
  if (document.expires === 'none') return HELD
  if (document.expires !== undefined) return validUntil(asked, document.expires.last)
  // a document that does for another kind lasts as long as its own kind does
  const own = asked.policy.entries('documents').find((it) => it.id === document.type) ?? entry
  return document.signed === undefined ? HELD : validFrom(asked, own, document.signed)
}

const HELD: DatedState = { state: 'held', until: undefined, because: [] }
const UNSIGNED: DatedState = { state: 'unsigned', until: undefined, because: [] }

/** Is a document of the kind that an entry asks for, or of one that does for it, and the newest of its line? */
const servesAs = (policy: MergedPolicy, entry: Entry, { type, status }: DocumentData) =>
  status !== 'superseded' && typesThatServe(policy, entry).has(type)

/** An entry's own type, those that do for it, and those that do for these: a section 75 agreement is an agreement. */
function typesThatServe(policy: MergedPolicy, { id }: Entry): ReadonlySet<string> {
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

/** Is it more than asked for or written, by the day: signed, or issued where nobody signs? It may have run out since. */
const isMade = (document: DocumentData, entry: Entry | undefined, asOf: Day) =>
  (document.signed === undefined || hasHappenedBy(document.signed, asOf)) &&
  (isSigned(document) || (entry !== undefined && isIssued(document, entry, asOf)))

/** Does an organisation have a document of a type, made if not in force still: in its own file, or in that of a partnership that names it? */
export function isOnFile(
  { register, policy, asOf }: Pick<DutyContext, 'register' | 'policy' | 'asOf'>,
  type: string,
  organisation: Organisation,
): boolean {
  const entry = policy.entries('documents').find((it) => it.id === type)
  return [...organisation.documents, ...(heldElsewhere(register).get(organisation.id) ?? [])].some(
    (it) => (entry === undefined ? it.type === type : servesAs(policy, entry, it)) && isMade(it, entry, asOf),
  )
}

/** Documents of organisations in the files of partnerships, by whose they are; made once a register. */
function heldElsewhere(register: Register): ReadonlyMap<string, readonly DocumentData[]> {
  let made = elsewhere.get(register)
  if (made === undefined) {
    const named = register.partnerships.flatMap((it) => it.documents.filter((held) => held.organisation !== undefined))
    made = new Map(grouped(named, (it) => it.organisation!).map((same) => [same[0]!.organisation!, same]))
    elsewhere.set(register, made)
  }
  return made
}

const elsewhere = new WeakMap<Register, ReadonlyMap<string, readonly DocumentData[]>>()

/** A certificate is issued, not signed; and what has run out has run out, signed or not. */
const isIssued = ({ status, expires }: DocumentData, { data }: Entry, asOf: Day) =>
  status === undefined &&
  expires !== undefined &&
  expires !== 'none' &&
  (data['held-by'] === 'partner' || expires.last < asOf)

/** A day of signing tells it, unless the status says that it is still being made; what is in force binds, signed or not. */
const isSigned = ({ status, signed }: DocumentData) =>
  status === 'signed' || status === 'in-force' || (status === undefined && signed !== undefined)

function validFrom(asked: DutyContext, entry: Entry, from: InexactDay): DatedState {
  const { length, because } = validityOf(entry, asked)
  return length === undefined ? HELD : validUntil(asked, addDays(addDuration(from.last, length), -1), because)
}

function validUntil({ asOf, soon }: DutyContext, until: Day, because: readonly Because[] = []): DatedState {
  return { state: until < asOf ? 'expired' : until <= soon ? 'expiring' : 'held', until, because }
}

/**
 * The self-assessments that an organisation has completed by the day serve as documents once they are accepted, each with
 * its day. Where the latest was not accepted, no earlier one speaks for the organisation any more.
 */
function selfAssessed(asked: DutyContext, entry: Entry, organisation: Organisation): Candidate[] {
  const rounds = organisation['self-assessments']
  const latest = latestIndex(rounds, asked.asOf)
  const isOver = latest !== -1 && isRefused(rounds[latest]!, asked.asOf)
  return rounds.flatMap((form, index) => {
    if (!hasHappenedBy(form.date, asked.asOf) || (isOver && index !== latest)) return []
    const stateOf = validFrom(asked, entry, form.date)
    const counts = stateOf.state === 'expired' || isAccepted(form, asked.asOf)
    const place = at(organisation, 'self-assessments', index)
    return [{ document: undefined, form: asKnownOn(form, asked.asOf), at: place, ...(counts ? stateOf : UNSIGNED) }]
  })
}

/** Risks that answer every category of the policy are the risk profile, from the day on which the lead confirmed the entry. */
function profiled(asked: DutyContext, entry: Entry): Candidate[] {
  const { partnership, policy, asOf } = asked
  if (partnership.risks.length === 0 || blankCategories(policy, partnership).length > 0) return []
  const { confirmed } = partnership
  const stateOf = confirmed === undefined || confirmed > asOf ? UNSIGNED : validFrom(asked, entry, exactly(confirmed))
  return [{ document: undefined, isProfile: true, at: atKey(partnership, 'risks'), ...stateOf }]
}
