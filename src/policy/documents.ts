import { currencyOf } from '../model/register-currency.js'
import { addDays, addDuration, type Day, type InexactDay } from '../model/day.js'
import { isThere } from '../model/latest.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import { grouped } from '../model/order.js'
import { at, atKey, type Place } from '../model/place.js'
import type { Policy } from '../model/policy.js'
import type { Register } from '../model/register.js'
import { successorOf } from '../model/successor.js'
import { entriesOf, partnerIds } from '../model/taking-part.js'
import { isPart } from '../model/wholes.js'
import { becauseOf, type Because } from './because.js'
import { evaluate, truthOf, type TierRank } from './conditions.js'
import { factsOfPartner, organisationOf, type Facts } from './facts.js'
import type { InForce, MergedPolicy } from './merge.js'
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
  /** The last day on which it counts. */
  readonly until: Day | undefined
  readonly because: readonly Because[]
  /** What makes it needed, or leaves that open, in the words of conditions: `kind is contract`, `data is not known`. */
  readonly reasons: readonly string[]
  /** True when a fact that the condition asks for is not known: the duty stands all the same. */
  readonly unsure: boolean
}

interface Asked {
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
export function documentDuties(asked: Asked): DocumentDuty[] {
  if (asked.partnership.status === 'ended') return []
  const covered = isPart(asked.register, asked.partnership)
  const partners = partnersOf(asked)
  const duties: DocumentDuty[] = []
  for (const entry of asked.policy.entries('documents')) {
    if (entry.data['held-by'] === 'partner')
      for (const partner of partners) ask(partner.asked, entry, partner.organisation)
    else if (!covered) ask(asked, entry, undefined)
  }
  return duties

  function ask(asked: Asked, entry: Entry, organisation: Organisation | undefined): void {
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
function partnersOf(asked: Asked): { organisation: Organisation; asked: Asked }[] {
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
    readonly asked: Asked,
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
function bestOf(asked: Asked, entry: Entry, organisation: Organisation | undefined): Candidate | undefined {
  const { partnership } = asked
  const candidates: Candidate[] = []
  for (const holder of organisation === undefined ? [partnership] : [organisation, partnership])
    for (const [index, document] of holder.documents.entries()) {
      const isIts = organisation === undefined || holder === organisation || document.organisation === organisation.id
      if (isIts && servesAs(entry, document))
        candidates.push({ document, at: at(holder, 'documents', index), ...standing(asked, entry, document) })
    }
  if (entry.id === 'governance-self-assessment' && organisation !== undefined)
    candidates.push(...selfAssessed(asked, entry, organisation))
  return candidates.sort(byStanding)[0]
}

interface Candidate extends Standing {
  readonly document: DocumentData | undefined
  readonly at: Place
}

/** Best first: the best of several documents of one type answers for the duty; of two in one state, the one that lasts longer. */
const byStanding = (a: Pick<Standing, 'state' | 'until'>, b: Pick<Standing, 'state' | 'until'>) =>
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
  return a.unsure === b.unsure ? byStanding(a, b) > 0 : b.unsure
}

interface Standing {
  readonly state: DocumentState
  readonly until: Day | undefined
  /** The policy entry that decided how long it is valid. */
  readonly because: readonly Because[]
}

/** An end date is the last day in force: a document expires the day after. */
function standing(asked: Asked, entry: Entry, document: DocumentData): Standing {
  if (document.status === 'not-applicable')
    return { state: document.reason === undefined ? 'missing' : 'not-applicable', until: undefined, because: [] }
  if (!isMade(document, entry, asked.asOf)) return { state: 'unsigned', until: undefined, because: [] }
  if (document.expires === 'none') return HELD
  if (document.expires !== undefined) return validUntil(asked, document.expires.last)
  // a document that does for another kind lasts as long as its own kind does
  const own = asked.policy.entries('documents').find((it) => it.id === document.type) ?? entry
  return document.signed === undefined ? HELD : validFrom(asked, own, document.signed)
}

const HELD: Standing = { state: 'held', until: undefined, because: [] }

/** Is a document of the kind that an entry asks for, or of one that does for it, and the newest of its line? */
const servesAs = ({ id, data }: Entry, { type, status }: DocumentData) =>
  (type === id || data['satisfied-by'].includes(type)) && status !== 'superseded'

/** Is it more than asked for or written, by the day: signed, or issued where nobody signs? It may have run out since. */
const isMade = (document: DocumentData, entry: Entry | undefined, asOf: Day) =>
  (document.signed === undefined || isThere(document.signed, asOf)) &&
  (isSigned(document) || (entry !== undefined && isIssued(document, entry, asOf)))

/** Does an organisation have a document of a type, made if not in force still: in its own file, or in that of a partnership that names it? */
export function isOnFile(
  { register, policy, asOf }: Pick<Asked, 'register' | 'policy' | 'asOf'>,
  type: string,
  organisation: Organisation,
): boolean {
  const entry = policy.entries('documents').find((it) => it.id === type)
  return [...organisation.documents, ...(heldElsewhere(register).get(organisation.id) ?? [])].some(
    (it) => (entry === undefined ? it.type === type : servesAs(entry, it)) && isMade(it, entry, asOf),
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

function validFrom(asked: Asked, entry: Entry, from: InexactDay): Standing {
  const { length, because } = validityOf(entry, asked)
  return length === undefined ? HELD : validUntil(asked, addDays(addDuration(from.last, length), -1), because)
}

function validUntil({ asOf, soon }: Asked, until: Day, because: readonly Because[] = []): Standing {
  return { state: until < asOf ? 'expired' : until <= soon ? 'expiring' : 'held', until, because }
}

/** The self-assessments that an organisation has completed by the day serve as documents, each with its day. */
function selfAssessed(asked: Asked, entry: Entry, organisation: Organisation): Candidate[] {
  return organisation['self-assessments'].flatMap(({ date }, index) => {
    const place = at(organisation, 'self-assessments', index)
    return isThere(date, asked.asOf) ? [{ document: undefined, at: place, ...validFrom(asked, entry, date) }] : []
  })
}
