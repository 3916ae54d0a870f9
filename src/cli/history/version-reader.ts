import type { Organisation } from '../../model/organisation.js'
import type { Partnership } from '../../model/partnership.js'
import { RecordStore } from '../../model/record-store.js'
import { buildRegister, type Register } from '../../model/register.js'
import { packagePolicy } from '../../source/package-files.js'
import type { RecordVersion } from '../../source/record-versions.js'
import { type StampGround, printOf, type PartName, type RecordOf } from '../../stamps/stamp.js'

/** The settings of a register that affect how a record is read. */
export interface SettingsThen {
  /** Of register.yaml, if there is one. */
  readonly bytes: Uint8Array | undefined
  readonly organisation: string
  readonly year: string
}

/** The stamped version of a record. */
export interface ReadVersion {
  /** Read with the present settings, so that it can be compared. */
  readonly record: Partnership | Organisation
  /** The settings of its time. */
  readonly settings: SettingsThen
  /** Do dates in it mean other days, because the financial year now begins on another day? */
  readonly isOtherYear: boolean
}

/** How many versions are kept in memory, as several stamps may be of one. */
const MOST_KEPT = 500

/** Reads versions of records like those of the register. */
export class VersionReader {
  readonly present: SettingsThen
  #store: RecordStore
  #kept = 0

  /** @param isCareful is every version read by the careful reader? */
  constructor(
    readonly ground: StampGround,
    readonly isCareful: boolean,
  ) {
    const { settings, files } = ground.register
    this.present = settingsOf(ground.register, files.get(settings.file)?.bytes)
    this.#store = new RecordStore(isCareful)
  }

  /** Settings that differ from the present ones, and from each other. */
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

  /** The record of a version, if its part has the fingerprint with one of the settings. */
  versionOf(part: PartName, was: string, version: RecordVersion, tried: readonly SettingsThen[]) {
    for (const settings of tried) {
      const earlier = this.#read(part, version, settings)
      if (earlier === undefined || this.#print(part, earlier, settings) !== was) continue
      const record = settings.year === this.present.year ? earlier : this.#read(part, version, this.present)
      if (record === undefined) continue
      return { record, settings, isOtherYear: record !== earlier && this.#print(part, record, settings) !== was }
    }
    return undefined
  }

  #print(part: PartName, record: Partnership | Organisation, { organisation }: SettingsThen) {
    return printOf(part, record as RecordOf<typeof part>, organisation, this.ground.hash)
  }

  /** Undefined if the version does not parse. */
  #read(part: PartName, version: RecordVersion, { bytes }: SettingsThen): Partnership | Organisation | undefined {
    const { partnerships, organisations } = this.#build(bytes, version) ?? { partnerships: [], organisations: [] }
    return (part === 'partner' ? organisations : partnerships)[0]
  }

  #build(settings: Uint8Array | undefined, version?: RecordVersion): Register | undefined {
    if (++this.#kept % MOST_KEPT === 0) this.#store = new RecordStore(this.isCareful)
    const path = this.ground.register.settings.file
    const sources = [
      ...(settings === undefined ? [] : [{ path, bytes: settings }]),
      ...(version === undefined ? [] : [{ path: version.file, bytes: version.bytes }]),
    ]
    return buildRegister(sources, packagePolicy, { store: this.#store })
  }
}

const settingsOf = ({ settings }: Register, bytes: Uint8Array | undefined): SettingsThen => ({
  bytes,
  organisation: settings.organisation,
  year: settings['financial-year-start'] ?? '04-01',
})
