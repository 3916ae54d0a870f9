import { currencyOf } from '../model/register-currency.js'
import { addDuration, type Day } from '../model/day.js'
import type { Organisation } from '../model/organisation.js'
import { atKey, type Place, becauseOf, type Because } from '../model/place.js'
import type { SelfAssessment } from '../model/self-assessment.js'
import { entriesOf, partnerIds, successorOf } from '../model/participation.js'
import type { Duration } from '../model/duration.js'
import { BASIS_WORDS, isInForce, type Basis } from '../model/grounds.js'
import { hasParent } from '../model/hierarchy.js'
import type { FactName } from '../model/condition.js'
import { evaluate, truthOf, unknownFacts } from './conditions.js'
import {
  bestFirst,
  bestOf,
  typesThatServe,
  type DocumentData,
  type DocumentState,
  type DutyContext,
  type Entry,
} from './document-state.js'
import { factsOfPartner, organisationOf } from './facts.js'
import type { Partnership } from '../model/partnership.js'
import { isUnscreened } from './unscreened.js'

/** A document that a partnership needs, who must hold it, and its state. */
export interface DocumentDuty {
  readonly type: string
  readonly title: string
  /** The partner organisation that must hold it; undefined where the partnership itself must. */
  readonly organisation: Organisation | undefined
  readonly state: DocumentState
  /** The document, or where it would be. */
  readonly at: Place
  readonly document: DocumentData | undefined
  /** The self-assessment that serves as the document. */
  readonly form: SelfAssessment | undefined
  /** Do the partnership's risks, with an answer to each category, serve as the document? */
  readonly isProfile: boolean
  /** Types of document that meet the requirement, its own among them. */
  readonly servedBy: ReadonlySet<string>
  /** The last day on which it counts. */
  readonly until: Day | undefined
  readonly because: readonly Because[]
  /** Why it is, or may be, required, in the words of conditions: `kind is contract`, `data is not known`. */
  readonly reasons: readonly string[]
  readonly basis: Basis | undefined
  /** The law or paper that demands it, with its section and year. */
  readonly source: string | undefined
  /** What it is good for, in words for those who are asked. */
  readonly why: string | undefined
  /** How often it is made again, where it is a report or the like. */
  readonly every: Duration | undefined
  /** A fact of the condition is not known, so the document may be required. */
  readonly unsure: boolean
  /** Those facts. */
  readonly unknown: readonly FactName[]
}

/** Every document that policy requires of a partnership. Ended ones need none; a part is covered by its whole. */
export function documentDuties(context: DutyContext): DocumentDuty[] {
  const { register, partnership, policy, asOf } = context
  if (partnership.status === 'ended') return []
  const covered = hasParent(register, partnership)
  const partners = partnersOf(context)
  const isAskedFirst = isUnscreened(policy, partnership, context.facts, context.rank)
  const duties: DocumentDuty[] = []
  for (const entry of policy.entries('documents')) {
    if (!isInForce(entry.data, asOf)) continue
    if (entry.data['held-by'] === 'partner')
      for (const partner of partners) add(partner.context, entry, partner.organisation)
    else if (!covered) add(context, entry, undefined)
  }
  return duties

  function add(of: DutyContext, entry: Entry, organisation: Organisation | undefined): void {
    const { when } = entry.data
    const truth = when === undefined ? 'false' : truthOf(when, of.facts, of.rank)
    if (truth === 'false' || (truth === 'unknown' && isAskedFirst)) return
    const duty = new DutyOf(of, entry, organisation, truth === 'unknown')
    if (!isAhead(duty, of)) duties.push(duty)
  }
}

/**
 * The partner organisations, each with the facts as they are for it. An organisation that was merged into another no
 * longer exists, so its successor must have the documents.
 */
function partnersOf(context: DutyContext): { organisation: Organisation; context: DutyContext }[] {
  const { partnership, register, facts, asOf } = context
  const own = successorOf(register, register.settings.organisation, asOf)
  return [...partnerIds(register, partnership, asOf)].flatMap((id) => {
    const organisation = organisationOf(register, id)
    if (organisation === undefined || id === own) return []
    const entries = entriesOf(register, partnership, organisation, asOf)
    return [{ organisation, context: { ...context, facts: factsOfPartner(facts, organisation, entries) } }]
  })
}

/** A duty that an entry of the policy brings. */
class DutyOf implements DocumentDuty {
  readonly type: string
  readonly title: string
  readonly state: DocumentState
  readonly at: Place
  readonly document: DocumentData | undefined
  readonly form: SelfAssessment | undefined
  readonly isProfile: boolean
  readonly servedBy: ReadonlySet<string>
  readonly until: Day | undefined
  readonly basis: Basis | undefined
  readonly source: string | undefined
  readonly why: string | undefined
  readonly every: Duration | undefined
  readonly #context: DutyContext
  readonly #entry: Entry
  readonly #best: ReturnType<typeof bestOf>

  constructor(
    context: DutyContext,
    entry: Entry,
    readonly organisation: Organisation | undefined,
    readonly unsure: boolean,
  ) {
    const { partnership, policy } = context
    const best = bestOf(context, entry, organisation)
    this.type = entry.id
    this.title = entry.data.title ?? entry.id
    this.state = best?.state ?? (partnership.status === 'proposed' ? 'needed-before-start' : 'missing')
    this.at = best?.at ?? atKey(organisation ?? partnership, 'documents')
    this.document = best?.document
    this.form = best?.form
    this.isProfile = best?.isProfile ?? false
    this.servedBy = typesThatServe(policy, entry)
    this.until = best === undefined ? firstDue(context, entry) : best.until
    this.basis = entry.data.basis
    this.source = entry.data.source
    this.why = entry.data.why
    this.every = entry.data.every
    this.#context = context
    this.#entry = entry
    this.#best = best
  }

  // the reasons of most duties are never shown, and wording them takes longer than all the rest
  get reasons() {
    const { facts, rank, register } = this.#context
    const { reasons } = evaluate(this.#entry.data.when!, facts, rank, currencyOf(register))
    return [...new Set(reasons)]
  }

  get unknown() {
    const { facts, rank } = this.#context
    return this.unsure ? unknownFacts(this.#entry.data.when!, facts, rank) : []
  }

  get because() {
    const { id, data, at } = this.#entry
    return [becauseOf(id, this.reasons, groundsIn(data), at), ...(this.#best?.because() ?? [])]
  }
}

/** What an entry rests on, in words: `law: Equality Act 2010, section 149`; its reason where it has no source. */
const groundsIn = ({ basis, source, why }: Entry['data']) =>
  [basis && BASIS_WORDS[basis], source ?? why].filter((it) => it !== undefined).join(': ') || undefined

/** When the first of what is made again and again is due: one interval after the start; undefined where that is not known. */
const firstDue = ({ partnership: { start } }: DutyContext, { data: { every } }: Entry): Day | undefined =>
  every === undefined || start === undefined ? undefined : addDuration(start.last, every)

/** Is the first of them still far ahead? Then nobody misses it yet. */
const isAhead = ({ every, document, state, until }: DocumentDuty, { soon }: DutyContext) =>
  every !== undefined && document === undefined && state === 'missing' && until !== undefined && until > soon

/** Is it certainly required? Where that is not known, a recorded document still has to meet the requirement. */
export const isSure = ({ unsure, document, state }: DocumentDuty) =>
  !unsure || document !== undefined || (state !== 'missing' && state !== 'needed-before-start')

/** Where several partnerships require one document of a partner, the strictest requirement counts. */
export function isStricter(a: DocumentDuty, b: DocumentDuty): boolean {
  return a.unsure === b.unsure ? bestFirst(a, b) > 0 : b.unsure
}

/** The earliest end that any partnership requires of a partner's document, and which partnership that is. */
interface End {
  readonly until: Day
  readonly duty: DocumentDuty
  readonly partnership: Partnership
}

/** Ends of the documents of one organisation, by place. */
export type Ends = ReadonlyMap<string, End>

/**
 * The ends of an organisation's documents: for each, the earliest that a partnership which uses it requires.
 * @param partnerships those that the organisation takes part in
 */
export function earliestEnds(
  organisation: Organisation,
  partnerships: readonly Partnership[],
  documents: (partnership: Partnership) => readonly DocumentDuty[],
): Ends {
  const ends = new Map<string, End>()
  for (const partnership of partnerships)
    for (const duty of documents(partnership)) {
      const { until } = duty
      if (duty.organisation !== organisation || until === undefined) continue
      const known = ends.get(placeOf(duty))
      if (known === undefined || until < known.until) ends.set(placeOf(duty), { until, duty, partnership })
    }
  return ends
}

/** A duty with the earliest end of its document, and the reasons of the partnership that requires it. */
export function endingFirst(duty: DocumentDuty, ends: Ends): DocumentDuty {
  const first = COUNTS.has(duty.state) ? ends.get(placeOf(duty)) : undefined
  if (first === undefined || (duty.until !== undefined && duty.until <= first.until)) return duty
  const { type, title, organisation, at, document, form, isProfile, servedBy, basis, source, why, every, unsure } = duty
  const { state, until } = first.duty
  return {
    type,
    title,
    organisation,
    at,
    document,
    form,
    isProfile,
    servedBy,
    basis,
    source,
    why,
    every,
    unsure,
    state,
    until,
    get reasons() {
      return duty.reasons
    },
    get unknown() {
      return duty.unknown
    },
    get because() {
      const [own, ...others] = first.duty.because
      const reasons = others.length > 0 ? others : [own!]
      return [
        ...duty.because.slice(0, 1),
        ...reasons.map((it) => ({ ...it, text: `${first.partnership.name} needs it sooner: ${it.text}` })),
      ]
    },
  }
}

/** States that depend on the end of a document. */
const COUNTS: ReadonlySet<DocumentDuty['state']> = new Set(['held', 'expiring', 'expired'])

const placeOf = ({ at: { file, path } }: DocumentDuty) => `${file} ${path.join(' ')}`
