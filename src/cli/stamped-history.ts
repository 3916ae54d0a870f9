import { changesSince, type StampedPair } from '../diff/since-review.js'
import type { Partnership } from '../model/partnership.js'
import { buildRegister, type RecordStore, type Register } from '../model/register.js'
import { withRenamedIds, type IdRenames } from '../model/renamed-ids.js'
import type { ReadRecord } from '../model/read-record.js'
import type { PolicyAnswers } from '../policy/answers.js'
import { blobId } from '../source/cache.js'
import { packagePolicy } from '../source/package-files.js'
import { recordVersions, type RecordVersion, type WantedRecord } from '../source/record-versions.js'
import { sha256 } from '../source/sha256.js'
import { fingerprintOf } from '../stamps/fingerprint.js'
import { parentOf } from '../stamps/rests-on.js'
import { PARTS, type PartName, type Standing, type ToldSince } from '../stamps/standing.js'
import type { Opened } from './open-register.js'

/** A part of a record that is not what a stamp says, and the fingerprint in the stamp. */
interface Sought {
  readonly part: PartName
  readonly now: StampedPair['now']
  readonly was: string
  /** The stamp’s fingerprint of the entry, where the record bears the stamp. */
  readonly mark?: string
  /** Records that only have another id now. */
  readonly renames?: IdRenames
  /** Is the partnership that it is a part of what it was, whatever its id is now? */
  readonly isSameWhole?: boolean
}

/**
 * What changed of the parts that stamps differ from. A version in the history of which the fingerprint is the stamp’s is
 * what was reviewed, whichever commit brought it, and whether or not the review was committed with it.
 */
export async function historyOf(
  { root, commit, records }: Opened,
  policy: PolicyAnswers,
  register: Register,
  differing: readonly (readonly [Partnership, Standing])[],
): Promise<ToldSince> {
  const sought = new Map(
    differing
      .flatMap(([it, standing]) => soughtOf(it, standing, register))
      .map((it) => [nameOf(it.part, it.now.id, it.was), it]),
  )
  if (sought.size === 0) return () => undefined // another tier is told without any history
  const versions = await recordVersions(root, [...sought.values()].map(wantedOf), commit?.id)
  const reader = new VersionReader(register, records)
  const state = { register, policy, asOf: policy.asOf }
  const told = new Map<string, readonly string[]>()
  for (const [name, it] of sought) {
    const { kind, id } = wantedOf(it)
    const found = reader.versionOf(it, versions.get(`${kind} ${id}`) ?? [])
    if (found !== undefined) told.set(name, changesSince(withPresentIds(found, it), state))
  }
  return (part, id, was) => told.get(nameOf(part, id, was))
}

const nameOf = (part: PartName, id: string, was: string) => `${part} ${id} ${was}`

const wantedOf = ({ part, now, mark }: Sought): WantedRecord => ({
  kind: part === 'partner' ? 'organisation' : 'partnership',
  id: now.id,
  ...(mark !== undefined && { mark }),
})

function soughtOf(
  partnership: Partnership,
  { review, changed, reasons, renames }: Standing,
  register: Register,
): Sought[] {
  const { reviewed: mark, parent } = review.stamp!
  const whole = parentOf(register, partnership)
  const isSameWhole = whole !== undefined && fingerprintOf(PARTS.parent(whole), sha256) === parent
  const bearer = { now: partnership, mark, renames, isSameWhole }
  const own = changed?.was === undefined ? [] : [{ ...bearer, part: 'reviewed', was: changed.was } as const]
  const others = reasons.flatMap((it): Sought[] => {
    if (it.what === 'tier' || it.was === undefined) return []
    const { what: part, was } = it
    if (it.what === 'parent') return [{ part, now: it.parent, was }]
    return it.what === 'partner' ? [{ part, now: it.partner, was }] : [{ ...bearer, part, was }]
  })
  return [...own, ...others]
}

/** What a record was, with the ids that the records that it names have now: another id is no change. */
function withPresentIds(pair: StampedPair, { renames = new Map(), isSameWhole }: Sought): StampedPair {
  if (pair.part === 'partner') return pair
  const { earlier, now } = pair
  const { parent: was } = earlier
  const { parent: is } = now
  const isRenamed = isSameWhole && was !== undefined && is !== undefined
  const all = isRenamed ? new Map([...renames, [`partnership ${was}`, is]]) : renames
  return { ...pair, earlier: withRenamedIds(earlier, all) }
}

/** Reads versions of records, as those of the register are read. */
class VersionReader {
  readonly #store: RecordStore

  /** @param records what was read in this run: many a version is what the register holds */
  constructor(
    readonly register: Register,
    records: RecordStore | undefined,
  ) {
    const own = new Map<string, ReadRecord>()
    this.#store = {
      get: (key) => own.get(key) ?? records?.get(key),
      set: (key, record) => own.set(key, record), // versions of the past are in no cache of the present
    }
  }

  /** What a record was when its part had the fingerprint; undefined where no version had it. */
  versionOf({ part, now, was }: Sought, versions: readonly RecordVersion[]): StampedPair | undefined {
    for (const version of versions) {
      const { partnerships, organisations } = this.#read(version)
      const earlier = (part === 'partner' ? organisations : partnerships)[0]
      if (earlier !== undefined && fingerprintOf(PARTS[part](earlier as never), sha256) === was)
        return { part, earlier, now } as StampedPair
    }
    return undefined
  }

  /** A version that does not parse holds nothing. */
  #read({ file, blob, bytes }: RecordVersion): Pick<Register, 'partnerships' | 'organisations'> {
    const path = this.register.settings.file
    const settings = this.register.files.get(path)?.bytes
    const sources = [
      ...(settings === undefined ? [] : [{ path, bytes: settings, blob: blobId(settings) }]), // when its year begins
      { path: file, bytes, blob },
    ]
    return buildRegister(sources, packagePolicy, { store: this.#store }) ?? { partnerships: [], organisations: [] }
  }
}
