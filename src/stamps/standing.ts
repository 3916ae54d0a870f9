import { latestIndex } from '../model/latest.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import { withRenamedIds, type IdRenames } from '../model/renamed-ids.js'
import { fingerprintOf } from './fingerprint.js'
import { backwards, renamedPartners } from './renames.js'
import { groundLost, isLostIn, isOrganisationLost, parentOf, partnersOf } from './rests-on.js'
import { agreementPart, organisationPart, reviewedPart, SCHEME, wholePart, type NamedPart } from './scheme.js'
import type { StampGround } from './stamp.js'

type Review = Partnership['reviews'][number]
type Stamp = NonNullable<Review['stamp']>

/** How a partnership stands to its latest review. */
export interface Standing {
  readonly review: Review
  /** Position of the review in its list. */
  readonly index: number
  /** What changed of its own entry after the review; undefined where nothing did. */
  readonly changed: Change | undefined
  /** What it rests on and is not what it was: the review is in doubt. */
  readonly reasons: readonly Reason[]
  /** Partner organisations that only have another id now. */
  readonly renames: IdRenames
}

/** That something changed. */
export interface Change {
  /** The fingerprint in the stamp of what it was. */
  readonly was: string | undefined
  /** What changed of it, a line each, as far as the history tells. */
  readonly told: readonly string[]
}

/** Why a review is in doubt. */
export type Reason =
  | { readonly what: 'tier'; readonly from: string; readonly to: string; readonly rose: boolean }
  | ({ readonly what: 'agreement'; readonly course: 'added' | 'gone' | 'changed' } & Change)
  | ({ readonly what: 'parent'; readonly parent: Partnership } & Change)
  | ({ readonly what: 'partner'; readonly partner: Organisation } & Change)

/** How partnerships stand to their latest reviews up to the day of the policy’s answers. */
export interface Standings {
  /**
   * Undefined where the latest review bears no stamp, or that of another scheme; where the entry could not be read; and of
   * what has ended.
   */
  of(partnership: Partnership): Standing | undefined
}

/**
 * What changed between what a fingerprint is of and what a record of a kind is now, a line each; undefined where the
 * history does not tell.
 */
export type ToldSince = (part: PartName, id: string, was: string) => readonly string[] | undefined
export type PartName = 'reviewed' | 'agreement' | 'parent' | 'partner'

/** Compares stamps with what they are of; each is compared once, and only when it is asked for. */
export function standings(ground: StampGround, told: ToldSince = () => undefined): Standings {
  const known = new Map<Partnership, Standing | undefined>()
  const comparing = new Comparing(ground, told)
  return {
    of: (partnership) => {
      if (!known.has(partnership)) known.set(partnership, comparing.standing(partnership))
      return known.get(partnership)
    },
  }
}

/** The latest review of a partnership up to a day, if it bears a stamp. */
export function stampedReview({ reviews, status }: Partnership, asOf: string) {
  const index = status === 'ended' ? -1 : latestIndex(reviews, asOf)
  const { stamp } = reviews[index] ?? {}
  return stamp && { review: reviews[index]!, index, stamp }
}

/** The fingerprint of part of a record, by what it is to the stamped partnership. */
export const PARTS = {
  reviewed: reviewedPart,
  agreement: agreementPart,
  parent: wholePart,
  partner: organisationPart,
} as const

class Comparing {
  readonly #known = new Map<object, Map<string, string | undefined>>()
  readonly #isGroundLost: boolean

  constructor(
    readonly ground: StampGround,
    readonly told: ToldSince,
  ) {
    this.#isGroundLost = groundLost(ground.register) !== undefined
  }

  standing(partnership: Partnership): Standing | undefined {
    const { register, policy } = this.ground
    const stamped = stampedReview(partnership, policy.asOf)
    if (stamped === undefined || stamped.stamp.scheme !== SCHEME || isLostIn(register, partnership.file))
      return undefined
    const { review, index, stamp } = stamped
    const renames = renamedPartners(partnership, stamp.partners, this.ground)
    const asNamed = renames.size === 0 ? partnership : withRenamedIds(partnership, backwards(renames))
    const changed = this.#change('reviewed', asNamed, PARTS.reviewed, stamp.reviewed)
    const reasons = [
      this.#tier(partnership, stamp),
      this.#agreement(asNamed, stamp),
      this.#parent(partnership, stamp),
      ...this.#partners(partnership, stamp),
    ]
    return { review, index, changed, reasons: reasons.filter((it) => it !== undefined), renames }
  }

  #tier(partnership: Partnership, { tier: from }: Stamp): Reason | undefined {
    if (this.#isGroundLost) return undefined
    const { policy } = this.ground
    const to = policy.tier(partnership).id
    return from === to ? undefined : { what: 'tier', from, to, rose: policy.rank(to) > policy.rank(from) }
  }

  #agreement(partnership: Partnership, { agreement: was }: Stamp): Reason | undefined {
    const change = this.#change('agreement', partnership, PARTS.agreement, was)
    if (change === undefined) return undefined
    const isThere = this.#fingerprint('agreement', partnership, PARTS.agreement) !== undefined
    return { what: 'agreement', course: was === undefined ? 'added' : isThere ? 'changed' : 'gone', ...change }
  }

  /** That it became a part of another one, or is none any more, is a change of its own entry. */
  #parent(partnership: Partnership, { parent: was }: Stamp): Reason | undefined {
    const { register } = this.ground
    const parent = parentOf(register, partnership)
    if (was === undefined || parent === undefined || isLostIn(register, parent.file)) return undefined
    const change = this.#change('parent', parent, PARTS.parent, was)
    return change && { what: 'parent', parent, ...change }
  }

  /** Who came or left is told with its own entry. */
  #partners(partnership: Partnership, { partners: stamped }: Stamp): Reason[] {
    const { register } = this.ground
    return partnersOf(register, partnership).flatMap((partner): Reason[] => {
      const was = Object.hasOwn(stamped, partner.id) ? stamped[partner.id] : undefined
      if (was === undefined || isOrganisationLost(register, partner)) return []
      const change = this.#change('partner', partner, PARTS.partner, was)
      return change === undefined ? [] : [{ what: 'partner', partner, ...change }]
    })
  }

  /** Where the history tells of nothing that words could say, as when a record got another id, nothing changed. */
  #change<R extends { readonly id: string }>(
    name: PartName,
    record: R,
    part: (record: R) => NamedPart,
    was: string | undefined,
  ): Change | undefined {
    if (this.#fingerprint(name, record, part) === was) return undefined
    const told = was === undefined ? undefined : this.told(name, record.id, was)
    return told?.length === 0 ? undefined : { was, told: told ?? [] }
  }

  /** Of an organisation, made once for all partnerships that it is in. */
  #fingerprint<R extends object>(name: PartName, record: R, part: (record: R) => NamedPart): string | undefined {
    let ofRecord = this.#known.get(record)
    if (ofRecord === undefined) this.#known.set(record, (ofRecord = new Map()))
    if (!ofRecord.has(name)) ofRecord.set(name, fingerprintOf(part(record), this.ground.hash))
    return ofRecord.get(name)
  }
}
