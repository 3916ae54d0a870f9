import { type InexactDay, latestIndex } from '../model/day.js'
import { getOrMake } from '../model/order.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import { withRenamedIds } from '../model/renamed-ids.js'
import { answerPolicy, type PolicyAnswers } from '../policy/answers.js'
import { SCHEME } from './scheme.js'
import {
  type StampGround,
  printOf,
  type PartName,
  type RecordOf,
  groundLost,
  isLostIn,
  isOrganisationLost,
  parentOf,
  partnersOf,
  backwards,
  successionsOf,
  type Successions,
  type WasCalled,
} from './stamp.js'

type Review = Partnership['reviews'][number]
type Stamp = NonNullable<Review['stamp']>

/** How a partnership compares with its latest review. */
export interface ReviewStatus {
  readonly review: Review
  /** Position of the review in its list. */
  readonly index: number
  /** What changed in its own entry after the review; undefined where nothing did. */
  readonly changed: StampChange | undefined
  /** Changes of what the partnership rests on, which put the review in doubt. */
  readonly reasons: readonly Reason[]
  /** Partners that have another id now, or were merged into others. */
  readonly successions: Successions
}

/** A change of something that a stamp covers. */
interface StampChange {
  /** The earlier fingerprint, from the stamp. */
  readonly was: string | undefined
  /** The present fingerprint; undefined where it no longer exists. */
  readonly is: string | undefined
  /** What changed, a line each, as far as the history shows. */
  readonly changes: readonly string[]
  /** Why the history does not show it; undefined where it does, or was not searched. */
  readonly noHistory?: NoHistory | undefined
  /** The name of the record at the time, where the history shows it. */
  readonly name?: string | undefined
}

/** Why the history does not show what changed. */
export type NoHistory = 'no-git' | 'no-repository' | 'not-trusted' | 'not-readable' | 'too-many' | 'not-found'

/** Why a review is in doubt. */
export type Reason =
  | { readonly what: 'tier'; readonly from: string; readonly to: string; readonly course: 'rose' | 'fell' | 'unknown' }
  | ({ readonly what: 'agreement'; readonly course: 'added' | 'gone' | 'changed' } & StampChange)
  | ({ readonly what: 'parent'; readonly parent: Partnership } & StampChange)
  | ({ readonly what: 'partner'; readonly partner: Organisation; readonly stampedId: string } & StampChange)
  | ({
      readonly what: 'merged'
      readonly partner: Organisation
      readonly into: Organisation
      readonly on: InexactDay | undefined
    } & StampChange)

/** How partnerships compare with their latest reviews up to the day of the policy’s answers. */
export interface ReviewStatuses {
  /**
   * Undefined where the latest review has no stamp, or one of another scheme, where the entry could not be read, and where
   * the partnership has ended.
   */
  of(partnership: Partnership): ReviewStatus | undefined
}

/** What the history of the register shows about stamps. */
export interface StampHistory {
  /** What changed in a part of a record since it had a fingerprint; undefined where the history was not searched. */
  readonly changes?: (part: PartName, id: string, was: string) => HistoryAccount | NoHistory | undefined
  readonly wasCalled?: WasCalled
}

/** The name that a record had, and what changed, a line each; no lines where nothing changed that can be described. */
export interface HistoryAccount {
  readonly lines: readonly string[]
  readonly name: string
}

/** Compares stamps with the present state, each once and only when needed. */
export function reviewStatuses(ground: StampGround, history: StampHistory = {}): ReviewStatuses {
  const known = new Map<Partnership, ReviewStatus | undefined>()
  const comparing = new Comparing(ground, history)
  return { of: (partnership) => getOrMake(known, partnership, () => comparing.statusOf(partnership)) }
}

/** The latest review of a partnership up to a day, if it has a stamp. */
export function stampedReview({ reviews, status }: Partnership, asOf: string) {
  const index = status === 'ended' ? -1 : latestIndex(reviews, asOf)
  const { stamp } = reviews[index] ?? {}
  return stamp && { review: reviews[index]!, index, stamp }
}

class Comparing {
  readonly #prints = new Map<object, Map<PartName, string | undefined>>()
  readonly #policies = new Map<string, PolicyAnswers>()
  readonly #isGroundLost: boolean

  constructor(
    readonly ground: StampGround,
    readonly history: StampHistory,
  ) {
    this.#isGroundLost = groundLost(ground.register) !== undefined
  }

  statusOf(partnership: Partnership): ReviewStatus | undefined {
    const { register, policy } = this.ground
    const stamped = stampedReview(partnership, policy.asOf)
    if (stamped === undefined || stamped.stamp.scheme !== SCHEME || isLostIn(register, partnership.file))
      return undefined
    const { review, index, stamp } = stamped
    const successions = successionsOf(partnership, stamp.partners, this.ground, this.history.wasCalled)
    const asNamed = asNamedThen(partnership, successions)
    const changed = this.#change('reviewed', asNamed, stamp.reviewed)
    const reasons = [
      this.#tier(partnership, review, stamp),
      this.#agreement(asNamed, stamp),
      this.#parent(partnership, stamp, successions),
      ...this.#partners(partnership, review, stamp, successions),
      ...this.#mergers(review, stamp, successions),
    ]
    return { review, index, changed, reasons: reasons.filter((it) => it !== undefined), successions }
  }

  /** Without changes that the passing of days brings, such as the end of an override: the review could foresee these. */
  #tier(partnership: Partnership, { date }: Review, { tier: from }: Stamp): Reason | undefined {
    if (this.#isGroundLost) return undefined
    const { policy } = this.ground
    const to = policy.tier(partnership).id
    if (from === to) return undefined
    if (date.last < policy.asOf && this.#policyOn(date.last).tier(partnership).id === from) return undefined
    const course = policy.rank(from) === -1 ? 'unknown' : policy.rank(to) > policy.rank(from) ? 'rose' : 'fell'
    return { what: 'tier', from, to, course }
  }

  #policyOn(day: string): PolicyAnswers {
    return getOrMake(this.#policies, day, () => answerPolicy(this.ground.register, day))
  }

  #agreement(partnership: Partnership, { agreement: was }: Stamp): Reason | undefined {
    const change = this.#change('agreement', partnership, was)
    if (change === undefined) return undefined
    const course = was === undefined ? 'added' : change.is === undefined ? 'gone' : 'changed'
    return { what: 'agreement', course, ...change }
  }

  /** A new or removed parent is a change of its own entry, and not reported here. */
  #parent(partnership: Partnership, { parent: was }: Stamp, successions: Successions): Reason | undefined {
    const { register } = this.ground
    const parent = parentOf(register, partnership)
    if (was === undefined || parent === undefined || isLostIn(register, parent.file)) return undefined
    const change = this.#change('parent', asNamedThen(parent, successions), was)
    return change && { what: 'parent', parent, ...change }
  }

  /** Partners that came or left are changes of its own entry, and not reported here. */
  #partners(
    partnership: Partnership,
    { date }: Review,
    { partners: stamped }: Stamp,
    { renames, mergers }: Successions,
  ): Reason[] {
    const { register, hash } = this.ground
    const isOnlyMerged = (partner: Organisation, was: string) =>
      isBefore(partner.merged?.on, date) &&
      printOf('partner', unmerged(partner), register.settings.organisation, hash) === was
    const before = backwards(renames)
    return partnersOf(register, partnership).flatMap((partner): Reason[] => {
      if (mergers.some(({ into }) => into.id === partner.id) && !Object.hasOwn(stamped, partner.id)) return []
      const stampedId = before.get(`organisation ${partner.id}`) ?? partner.id
      const was = Object.hasOwn(stamped, stampedId) ? stamped[stampedId] : undefined
      if (was === undefined || isOrganisationLost(register, partner) || isOnlyMerged(partner, was)) return []
      const change = this.#change('partner', partner, was)
      return change === undefined ? [] : [{ what: 'partner', partner, stampedId, ...change }]
    })
  }

  /** A merger before the review does not put it in doubt, even if it was entered later. */
  #mergers({ date }: Review, { partners: stamped }: Stamp, { mergers }: Successions): Reason[] {
    const later = mergers.filter(({ on }) => !isBefore(on, date))
    return later.map(({ old, into, on }): Reason => {
      const [was, is] = [stamped[old.id], this.#print('partner', old)]
      return { what: 'merged', partner: old, into, on, was, is, changes: [] }
    })
  }

  /** Where the history shows nothing to describe, as when a record got another id, nothing changed. */
  #change<P extends PartName>(part: P, record: RecordOf<P>, was: string | undefined): StampChange | undefined {
    const is = this.#print(part, record)
    if (is === was) return undefined
    const changes = was === undefined ? undefined : this.history.changes?.(part, record.id, was)
    if (typeof changes !== 'object') return { was, is, changes: [], noHistory: changes }
    return changes.lines.length === 0 ? undefined : { was, is, changes: changes.lines, name: changes.name }
  }

  /** Made once per part and record: an organisation takes part in many partnerships, and a whole has many parts. */
  #print<P extends PartName>(part: P, record: RecordOf<P>): string | undefined {
    const { register, hash } = this.ground
    const ofRecord = getOrMake(this.#prints, record, () => new Map<PartName, string | undefined>())
    return getOrMake(ofRecord, part, () => printOf(part, record, register.settings.organisation, hash))
  }
}

/** A partnership with the ids of its partners as they are in the stamp. */
const asNamedThen = (partnership: Partnership, { renames }: Successions): Partnership =>
  renames.size === 0 ? partnership : withRenamedIds(partnership, backwards(renames))

/** Is the day of a merger known, and not after the review? */
const isBefore = (merged: InexactDay | undefined, review: InexactDay): boolean =>
  merged !== undefined && merged.last <= review.first

/** An organisation as it was before its merger was entered. */
const unmerged = ({ merged: _merged, status: _status, ...rest }: Organisation): Organisation => rest
