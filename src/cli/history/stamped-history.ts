import { changesSince, type StampedPair } from '../../diff/since-review.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { recordKey } from '../../model/record-schemas.js'
import type { IdRenames } from '../../model/renamed-ids.js'
import { RecordHistory } from '../../source/record-versions.js'
import { type StampGround, printOf, type PartName, parentOf, asSucceeded } from '../../stamps/stamp.js'
import {
  reviewStatuses,
  type ReviewStatus,
  type StampHistory,
  type HistoryAccount,
  type NoHistory,
} from '../../stamps/review-status.js'
import { existingAbove, type Opened } from '../open-register.js'
import { VersionReader, type ReadVersion, type SettingsThen } from './version-reader.js'

/** A stamped part of a record, under the id that it had at the time, if that is known. */
interface StampedPart {
  readonly part: PartName
  readonly id: string
  readonly was: string
  /** The stamp’s fingerprint of the entry, if the record has the stamp. */
  readonly mark?: string
}

/** A part that differs from the stamp. */
interface Sought extends StampedPart {
  readonly now: StampedPair['now']
  /** The partnership that has the stamp. */
  readonly bearer: Partnership
  readonly reviewStatus: ReviewStatus
}

/**
 * What changed in the parts that differ from stamps. A version with the fingerprint of the stamp is the reviewed one,
 * whichever commit it is from, and whether or not the review was committed with it.
 */
export async function historyOf(
  { root, commit, records }: Opened,
  ground: StampGround,
  differing: readonly Partnership[],
): Promise<StampHistory> {
  const present = new Set([...ground.register.files.keys()].map(recordKey))
  const history = await RecordHistory.open(existingAbove(root), present, commit?.id)
  if (typeof history === 'string') return { changes: () => history }
  const wasCalled = (now: string, before: string) => history.wasCalled('organisation', now, before)
  const named = reviewStatuses(ground, { wasCalled })
  const sought = differing.flatMap((it) => soughtOf(it, named.of(it)!, ground))
  const search = new StampedVersions(history, new VersionReader(ground, records.isCareful))
  await search.look(sought)
  const gone = new Gone(ground, history, search, sought)
  await search.look(gone.parts())
  const accounts = new Map<string, HistoryAccount | NoHistory>()
  for (const it of sought) {
    const name = nameOf(it.part, it.now.id, it.was)
    // of several parts of one parent, only some may show its earlier id
    if (typeof accounts.get(name) !== 'object') accounts.set(name, accountOf(it, search, gone, ground))
  }
  return { wasCalled, changes: (part, id, was) => accounts.get(nameOf(part, id, was)) }
}

const nameOf = (part: PartName, id: string, was: string) => `${part} ${id} ${was}`

function soughtOf(bearer: Partnership, reviewStatus: ReviewStatus, { register }: StampGround): Sought[] {
  const { review, changed, reasons } = reviewStatus
  const all = { bearer, reviewStatus }
  const own = { ...all, now: bearer, id: bearer.id, mark: review.stamp!.reviewed }
  const others = reasons.flatMap((it): Sought[] => {
    if (it.what === 'tier' || it.what === 'merged' || it.was === undefined) return []
    const { what: part, was } = it
    if (it.what === 'parent') return [{ ...all, part, now: parentOf(register, bearer)!, id: it.parent.id, was }]
    return it.what === 'partner' ? [{ ...all, part, now: it.partner, id: it.stampedId, was }] : [{ ...own, part, was }]
  })
  return changed?.was === undefined ? others : [{ ...own, part: 'reviewed', was: changed.was }, ...others]
}

/** The stamped versions that have been found. */
class StampedVersions {
  readonly #found = new Map<string, ReadVersion>()
  readonly #cut = new Set<string>()

  constructor(
    readonly history: RecordHistory,
    readonly reader: VersionReader,
  ) {}

  of = (it: StampedPart): ReadVersion | undefined => this.#found.get(partName(it))

  /** Was the search limited, so that not all versions were read? */
  isCut = (it: StampedPart): boolean => this.#cut.has(partName(it))

  /** Searches with the present settings, then with earlier ones: the own id, and the start of the financial year. */
  async look(wanted: readonly StampedPart[]): Promise<void> {
    const open = [...new Map(wanted.map((it) => [partName(it), it])).values()]
    await this.#lookWith(open, [this.reader.present])
    const left = open.filter((it) => this.of(it) === undefined)
    const others = left.length === 0 ? [] : this.reader.othersOf(await this.history.settings())
    if (others.length > 0) await this.#lookWith(left, others)
  }

  async #lookWith(wanted: readonly StampedPart[], settings: readonly SettingsThen[]): Promise<void> {
    const { cut } = await this.history.find(
      wanted.map((it) => ({
        kind: it.part === 'partner' ? 'organisation' : 'partnership',
        id: it.id,
        name: partName(it),
        ...(it.mark !== undefined && { mark: it.mark }),
        isIt: (version) => {
          const found = this.reader.versionOf(it.part, it.was, version, settings)
          if (found !== undefined) this.#found.set(partName(it), found)
          return found !== undefined
        },
      })),
    )
    for (const { name } of cut) this.#cut.add(name)
  }
}

const partName = ({ part, id, was }: StampedPart) => nameOf(part, id, was)

/** Records that stamped versions name by ids that the register no longer has. */
class Gone {
  /** Earlier parents, by the ids of the partnerships that were their parts. */
  readonly #parents = new Map<string, string>()
  readonly #partners: StampedPart[]

  constructor(
    readonly ground: StampGround,
    readonly history: RecordHistory,
    readonly versions: StampedVersions,
    readonly sought: readonly Sought[],
  ) {
    const { partnerships, organisations } = ground.register
    const isPartnership = new Set(partnerships.map((it) => it.id))
    const isOrganisation = new Set(organisations.map((it) => it.id))
    for (const it of sought) {
      const earlier = it.part === 'reviewed' ? (versions.of(it)?.record as Partnership | undefined)?.parent : undefined
      if (earlier !== undefined && !isPartnership.has(earlier)) this.#parents.set(it.bearer.id, earlier)
    }
    this.#partners = sought.flatMap(({ reviewStatus: { review, successions } }) =>
      Object.entries(review.stamp!.partners)
        .filter(([id]) => !isOrganisation.has(id) && !successions.renames.has(`organisation ${id}`))
        .map(([id, was]): StampedPart => ({ part: 'partner', id, was })),
    )
  }

  /** Parts to search for, to name them, and to describe changes of a parent that got another id. */
  parts = (): StampedPart[] => [...this.sought.flatMap((it) => this.parentOf(it) ?? []), ...this.#partners]

  /** The parent under its earlier id. */
  parentOf({ bearer, reviewStatus }: Sought): StampedPart | undefined {
    const id = this.#parents.get(bearer.id)
    const was = reviewStatus.review.stamp!.parent
    return id === undefined || was === undefined ? undefined : { part: 'parent', id, was }
  }

  /** Is the earlier parent the present one under another id? The fingerprint may show that, or else the history. */
  isSameParent(it: Sought): boolean {
    const then = this.parentOf(it)
    const now = parentOf(this.ground.register, it.bearer)
    if (then === undefined || now === undefined) return false
    const { register, hash } = this.ground
    const isSame = printOf('parent', now, register.settings.organisation, hash) === then.was
    return isSame || this.history.wasCalled('partnership', now.id, then.id)
  }

  /** The register with these records as they were, so that they have names. */
  get register(): Register {
    return (this.#register ??= this.#withGone())
  }
  #register: Register | undefined

  #withGone(): Register {
    const found = this.parts().flatMap((it) => this.versions.of(it) ?? [])
    const { register } = this.ground
    const partnerships = found.flatMap(({ record }) => ('partners' in record ? [record] : []))
    const organisations = found.flatMap(({ record }) => ('partners' in record ? [] : [record]))
    return {
      ...register,
      partnerships: [...register.partnerships, ...partnerships],
      organisations: [...register.organisations, ...organisations],
    }
  }
}

/** What changed since the stamped version, or why that is not known. */
function accountOf(it: Sought, versions: StampedVersions, gone: Gone, { register, policy }: StampGround) {
  const isSameParent = gone.isSameParent(it)
  const under = it.part === 'parent' && isSameParent ? gone.parentOf(it) : undefined
  const found = versions.of(it) ?? (under && versions.of(under))
  if (found === undefined) return versions.isCut(under ?? it) ? 'too-many' : 'not-found'
  const { record, settings, isOtherYear } = found
  const own = register.settings.organisation
  const renames: IdRenames = new Map([
    ...it.reviewStatus.successions.renames,
    ...(settings.organisation === own ? [] : [[`organisation ${settings.organisation}`, own] as const]),
    ...(isSameParent ? [[`partnership ${gone.parentOf(it)!.id}`, it.bearer.parent!] as const] : []),
  ])
  const earlier = asSucceeded(record, { ...it.reviewStatus.successions, renames })
  const now = { register, policy, asOf: policy.asOf }
  const lines = changesSince({ part: it.part, earlier, now: it.now } as StampedPair, now, {
    ...now,
    register: gone.register,
  })
  return { lines: isOtherYear ? [...lines, OTHER_YEAR] : lines, name: record.name }
}

const OTHER_YEAR = 'The financial year begins on another day, so dates in financial years mean other days'
