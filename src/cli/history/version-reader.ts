import type { Organisation } from '../../model/organisation.js'
import type { Partnership } from '../../model/partnership.js'
import type { ReadRecord } from '../../model/read-record.js'
import { buildRegister, type RecordStore, type Register } from '../../model/register.js'
import { objectId } from '../../source/object-id.js'
import { packagePolicy } from '../../source/package-files.js'
import type { RecordVersion } from '../../source/record-versions.js'
import { printOf, type PartName, type RecordOf } from '../../stamps/parts.js'
import type { StampGround } from '../../stamps/stamp.js'

/** What of the settings of a register a record is read with. */
export interface SettingsThen {
  /** Of register.yaml; undefined where there is none. */
  readonly bytes: Uint8Array | undefined
  readonly organisation: string
  readonly year: string
}

/** A version of a record that a stamp is of. */
export interface ReadVersion {
  /** With the present settings, as what it is compared with. */
  readonly record: Partnership | Organisation
  /** Those of then. */
  readonly settings: SettingsThen
  /** Does something of it stand for other days since the financial year begins on another day? */
  readonly isOtherYear: boolean
}

/** Versions that were read are kept for a while, as several stamps may be of one; not all of a long history. */
const MOST_KEPT = 500

/** Reads versions of records, as those of the register are read. */
export class VersionReader {
  readonly present: SettingsThen
  #store: RecordStore
  #kept = 0

  /** @param records what was read in this run: many a version is what the register holds */
  constructor(
    readonly ground: StampGround,
    readonly records: RecordStore | undefined,
  ) {
    const { settings, files } = ground.register
    this.present = settingsOf(ground.register, files.get(settings.file)?.bytes)
    this.#store = this.#newStore()
  }

  /** Versions of the past are in no cache of the present. */
  #newStore(): RecordStore {
    const own = new Map<string, ReadRecord>()
    return { get: (key) => own.get(key) ?? this.records?.get(key), set: (key, record) => own.set(key, record) }
  }

  /** Settings of which something differs from the present ones, and from each other. */
  othersOf(versions: readonly Uint8Array[]): SettingsThen[] {
    const key = ({ organisation, year }: SettingsThen) => `${organisation} ${year}`
    const found = new Map<string, SettingsThen>()
    for (const bytes of versions) {
      const register = this.#build(bytes)
      const settings = register && settingsOf(register, bytes)
      if (settings !== undefined && !found.has(key(settings))) found.set(key(settings), settings)
    }
    found.delete(key(this.present))
    return [...found.values()]
  }

  /** What a record was, where its part had the fingerprint with one of the settings. */
  versionOf(
    part: PartName,
    was: string,
    version: RecordVersion,
    tried: readonly SettingsThen[],
  ): ReadVersion | undefined {
    for (const settings of tried) {
      const then = this.#read(part, version, settings)
      if (then === undefined || this.#print(part, then, settings) !== was) continue
      const record = settings.year === this.present.year ? then : this.#read(part, version, this.present)
      if (record === undefined) continue
      return { record, settings, isOtherYear: record !== then && this.#print(part, record, settings) !== was }
    }
    return undefined
  }

  #print(part: PartName, record: Partnership | Organisation, { organisation }: SettingsThen): string | undefined {
    return printOf(part, record as RecordOf<typeof part>, organisation, this.ground.hash)
  }

  /** A version that does not parse holds nothing. */
  #read(part: PartName, version: RecordVersion, { bytes }: SettingsThen): Partnership | Organisation | undefined {
    const { partnerships, organisations } = this.#build(bytes, version) ?? { partnerships: [], organisations: [] }
    return (part === 'partner' ? organisations : partnerships)[0]
  }

  #build(settings: Uint8Array | undefined, version?: RecordVersion): Register | undefined {
    if (++this.#kept % MOST_KEPT === 0) this.#store = this.#newStore()
    const path = this.ground.register.settings.file
    const sources = [
      ...(settings === undefined ? [] : [{ path, bytes: settings, blob: objectId(settings) }]),
      ...(version === undefined ? [] : [{ path: version.file, bytes: version.bytes, blob: version.blob }]),
    ]
    return buildRegister(sources, packagePolicy, { store: this.#store })
  }
}

const settingsOf = ({ settings }: Register, bytes: Uint8Array | undefined): SettingsThen => ({
  bytes,
  organisation: settings.organisation,
  year: settings['financial-year-start'] ?? '04-01',
})
